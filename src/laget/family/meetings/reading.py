"""What the family's pages about meetings show, read in few questions."""

from dataclasses import dataclass
from typing import Any

from laget.accounts.models import User
from laget.children.models import Child
from laget.meetings import who
from laget.meetings.models import Invitation, Meeting, Minutes, Seat
from laget.meetings.when import in_words
from laget.voices.comments import about


@dataclass(frozen=True)
class Row:
    """One meeting in the list, with what one has answered."""

    meeting: Meeting
    when: str
    mine: Invitation | None

    @property
    def is_ahead(self) -> bool:
        return not self.meeting.is_over

    @property
    def waits(self) -> bool:
        """Nothing is answered, and it is still to come."""
        stands = self.is_ahead and self.meeting.cancelled_at is None
        return stands and self.mine is not None and not self.mine.answer


@dataclass(frozen=True)
class Guest:
    """One from outside: who, in what part, to what, and until when."""

    seat: Seat
    to: str

    @property
    def is_open(self) -> bool:
        return self.seat.is_open


def rows_of(child: Child, user: User) -> list[Row]:
    """By when they begin. Two questions, however many."""
    found = Meeting.objects.filter(log__child=child).order_by("starts_at", "pk")
    asked = Invitation.objects.standing().filter(meeting__log__child=child)
    mine = {
        each.meeting_id: each
        for each in asked.select_related("guardian")
        if _is_mine(each, user, child)
    }
    return [Row(each, in_words(each), mine.get(each.pk)) for each in found]


def guests_of(child: Child) -> list[Guest]:
    """All that one may know of, those who are let in now first."""
    seats = Seat.objects.filter(child=child).for_list()
    guests = [Guest(seat, _what(seat)) for seat in seats]
    return sorted(guests, key=lambda guest: not guest.is_open)


def told_of(meeting: Meeting, user: User) -> dict[str, Any]:
    """One meeting, as somebody who is asked to it reads it."""
    child = meeting.log.child
    found = Minutes.objects.filter(meeting=meeting).select_related("written_by")
    minutes = found.first()
    return {
        "child": child,
        "holder": meeting.log.holder,
        "meeting": meeting,
        "when": in_words(meeting),
        "mine": who.own_invitation(meeting, user, child),
        "coming": who.comers(meeting, child),
        "guests": meeting.seats.open().for_list(),
        "agenda": meeting.agenda.standing().select_related("by"),
        "minutes": minutes,
        "comments": about(minutes.pk) if minutes else [],
    }


def _is_mine(invitation: Invitation, user: User, child: Child) -> bool:
    if invitation.guardian:
        return invitation.guardian.user_id == user.pk
    return invitation.is_childs and child.account_id == user.pk


def _what(seat: Seat) -> str:
    return in_words(seat.meeting) if seat.meeting else str(seat.paper)
