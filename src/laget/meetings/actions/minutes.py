"""Minutes: written down by one, and shared with all who were asked."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.kernel import Overtaken, RuleBroken, clock
from laget.logs.actions.locking import lock_open
from laget.meetings.actions import locking
from laget.meetings.actions.telling import tell
from laget.meetings.models import Meeting, Minutes


@transaction.atomic
def write_minutes(meeting: Meeting, *, text: str, version: int, by: User) -> Minutes:
    """Write the draft, which is the writer's own; `version` 0 begins it.

    Raises Overtaken when it was saved in another window, and RuleBroken when somebody
    else on the team has begun the minutes, or they are shared.
    """
    lock_open(meeting.log)
    locking.must_stand(meeting)
    draft = Minutes.objects.filter(meeting=meeting).first()
    if draft is None:
        return _begin(meeting, text, by)
    draft.lock()
    _must_be_a_draft(draft)
    if draft.version != version:
        raise Overtaken(draft, {"text": text})
    draft.text, draft.version = text, version + 1
    draft.save(update_fields=["text", "version"])
    return draft


@transaction.atomic
def share_minutes(minutes: Minutes, *, by: User) -> None:
    """Let all who were asked read them.

    From then on the minutes are not changed, by anybody: what everybody has read stays
    what it was. What is wrong in them is said in a comment, or in the next minutes.
    """
    lock_open(minutes.meeting.log)
    minutes.lock()
    _must_be_a_draft(minutes)
    if not minutes.text.strip():
        raise RuleBroken(_("There is nothing in the minutes yet."))
    minutes.shared_at = clock.now()
    minutes.save(update_fields=["shared_at"])
    note("meeting.minutes_shared", minutes.meeting)
    tell(minutes.meeting, "minutes", by=by)


def _begin(meeting: Meeting, text: str, by: User) -> Minutes:
    draft = Minutes(meeting=meeting, text=text, written_by=by)
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError as taken:
        raise RuleBroken(_("Somebody else has begun the minutes.")) from taken
    return draft


def _must_be_a_draft(minutes: Minutes) -> None:
    if minutes.shared_at:
        raise RuleBroken(_("The minutes are shared, and are not changed any more."))
