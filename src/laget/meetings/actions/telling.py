"""Telling those who are asked: that there is something, and never what it is about."""

from collections.abc import Iterable
from typing import Literal

from laget.accounts.models import User
from laget.meetings.models import Invitation, Meeting
from laget.messaging.models import queue

What = Literal["called", "moved", "called_off", "not_yours", "minutes"]


def tell(meeting: Meeting, what: What, *, by: User) -> None:
    """Everyone who is asked, but the one who did it: in the hat they are asked in."""
    tell_these(standing(meeting), what, by=by)


def tell_these(asked: Iterable[Invitation], what: What, *, by: User) -> None:
    for each in asked:
        user = each.person
        if user and user.pk != by.pk:
            _tell(user, each, what)


def standing(meeting: Meeting) -> list[Invitation]:
    """Those who are asked now, with who they are. One query."""
    return list(meeting.invitations.standing().for_list())


def _tell(to: User, asked: Invitation, what: What) -> None:
    """At work and at home it leads to two pages, so they are two messages."""
    meeting = asked.meeting_id
    match what, asked.employment_id is not None:
        case "called", True:
            queue("a_meeting_is_called", to=to, meeting=meeting)
        case "called", False:
            queue("our_meeting_is_called", to=to, meeting=meeting)
        case "moved", True:
            queue("a_meeting_is_moved", to=to, meeting=meeting)
        case "moved", False:
            queue("our_meeting_is_moved", to=to, meeting=meeting)
        case "called_off", True:
            queue("a_meeting_is_called_off", to=to, meeting=meeting)
        case "called_off", False:
            queue("our_meeting_is_called_off", to=to, meeting=meeting)
        case "minutes", True:
            queue("a_meeting_has_minutes", to=to, meeting=meeting)
        case "minutes", False:
            queue("our_meeting_has_minutes", to=to, meeting=meeting)
        case "not_yours", True:
            queue("a_meeting_is_not_yours", to=to)
        case "not_yours", False:
            queue("our_meeting_is_not_yours", to=to)
