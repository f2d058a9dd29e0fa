"""Telling those who are asked: that there is something, and never what it is about."""

from collections.abc import Iterable

from laget.accounts.models import User
from laget.kernel.acting import Role
from laget.meetings.models import Invitation, Meeting
from laget.messaging.models import queue


def tell(meeting: Meeting, what: str, *, by: User) -> None:
    """Everyone who is asked, but the one who did it: in the hat they are asked in.

    The staff's words are `a_meeting_...`, the family's `our_meeting_...`.
    """
    tell_these(standing(meeting), what, by=by)


def tell_these(asked: Iterable[Invitation], what: str, *, by: User) -> None:
    for each in asked:
        user, hat = each.person, Role.STAFF if each.employment_id else Role.FAMILY
        if user and user.pk != by.pk:
            whose = "a" if hat is Role.STAFF else "our"
            name = f"{whose}_meeting_{what}"
            queue(name, to=user, hat=hat, meeting=each.meeting_id)


def standing(meeting: Meeting) -> list[Invitation]:
    """Those who are asked now, with who they are. One query."""
    return list(meeting.invitations.standing().for_list())
