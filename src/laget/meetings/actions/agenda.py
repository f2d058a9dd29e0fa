"""What is to be taken up: everybody's own words, side by side."""

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.kernel import RuleBroken, clock
from laget.meetings.actions import locking
from laget.meetings.models import AgendaItem, Meeting


@transaction.atomic
def put_on_agenda(meeting: Meeting, *, text: str, by: User) -> AgendaItem:
    """Say what one wants to talk about. All who are asked to the meeting read it."""
    locking.must_be_ahead(meeting)
    item = AgendaItem(meeting=meeting, text=text, by=by)
    item.save(force_insert=True)
    note("meeting.agenda_said", meeting)
    return item


@transaction.atomic
def take_off_agenda(item: AgendaItem) -> None:
    """Take one's own words away again, until the meeting is over."""
    locking.must_be_ahead(item.meeting)
    item.lock()
    if item.removed_at:
        raise RuleBroken(_("This has been taken away already."))
    item.removed_at = clock.now()
    item.save(update_fields=["removed_at"])
    note("meeting.agenda_taken_off", item.meeting)
