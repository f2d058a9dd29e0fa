"""Everything that can happen to a meeting and a guest's chair, read as a menu.

The caller has already been let in (see `access`). These functions keep the rules that
hold no matter who asks; `guards.sql` keeps those that must hold whatever is asked.
"""

from laget.meetings.actions.agenda import put_on_agenda, take_off_agenda
from laget.meetings.actions.answering import answer
from laget.meetings.actions.calling import call, cancel, invite, move, take_back
from laget.meetings.actions.minutes import share_minutes, write_minutes
from laget.meetings.actions.seats import end_seat, give_seat, take_seat

__all__ = [
    "answer",
    "call",
    "cancel",
    "end_seat",
    "give_seat",
    "invite",
    "move",
    "put_on_agenda",
    "share_minutes",
    "take_back",
    "take_off_agenda",
    "take_seat",
    "write_minutes",
]
