"""Yes, no, or another time: in one's own words, and changed when one likes."""

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.kernel import RuleBroken, clock
from laget.meetings.actions import locking
from laget.meetings.models import Coming, Invitation
from laget.messaging.models import queue


@transaction.atomic
def answer(invitation: Invitation, *, said: Coming, words: str = "", by: User) -> None:
    """Say whether one comes. Not to answer is allowed, too.

    Somebody at work may write down what one of the family has said: the books then say
    that it is on their word. Raises RuleBroken for a meeting that is over or off.
    """
    meeting = invitation.meeting
    locking.must_be_ahead(meeting)
    invitation.lock()
    if invitation.withdrawn_at:
        raise RuleBroken(_("This person is not asked any more."))
    invitation.answer, invitation.words = said, words
    invitation.answered_at = clock.now()
    invitation.save(update_fields=["answer", "words", "answered_at"])
    on_their_word = not invitation.is_to(by)
    note("meeting.answered", meeting, answer=said, on_their_word=on_their_word)
    if meeting.called_by_id != by.pk:
        queue("a_meeting_is_answered", to=meeting.called_by, meeting=meeting.pk)
