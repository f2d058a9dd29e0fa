"""What every deed in a meeting asks first."""

from datetime import datetime

from django.utils.translation import gettext as _

from laget.kernel import RuleBroken, clock
from laget.meetings.models import Meeting


def lock_standing(meeting: Meeting) -> None:
    """Hold the meeting until we are done, if it has not been called off.

    Raises RuleBroken also where the sight of it has ended in the meantime.
    """
    try:
        meeting.lock()
    except Meeting.DoesNotExist as gone:
        raise RuleBroken(_("You can no longer see this meeting.")) from gone
    must_stand(meeting)


def must_stand(meeting: Meeting) -> None:
    if meeting.cancelled_at:
        raise RuleBroken(_("The meeting has been called off."))


def must_be_ahead(meeting: Meeting) -> None:
    must_stand(meeting)
    if meeting.is_over:
        raise RuleBroken(_("The meeting is over."))


def must_be_to_come(starts_at: datetime, ends_at: datetime) -> None:
    """A meeting is called for a time to come, and takes some of it."""
    if starts_at <= clock.now():
        raise RuleBroken(_("Choose a time to come."))
    if ends_at <= starts_at:
        raise RuleBroken(_("The meeting must end after it begins."))
