"""Everything that can happen to a shared log, read as a menu.

The caller has already been let in (see `access`). These functions keep the rules that
hold no matter who asks.
"""

from laget.logs.actions.away import end_work, record_absence, record_return
from laget.logs.actions.baton import accept, decline, offer, take_back
from laget.logs.actions.emergency import open_emergency
from laget.logs.actions.life import (
    close,
    look_again,
    lower_level,
    move_to_unit,
    open_log,
    raise_level,
)
from laget.logs.actions.team import (
    invite,
    leave,
    remove,
    telling_who_loses_sight,
)
from laget.logs.actions.work import (
    add_intervention,
    change_goal,
    change_intervention,
    end_goal,
    review,
    set_goal,
)
from laget.logs.actions.writing import change_entry, recall, undo, write_entry

__all__ = [
    "accept",
    "add_intervention",
    "change_entry",
    "change_goal",
    "change_intervention",
    "close",
    "decline",
    "end_goal",
    "end_work",
    "invite",
    "leave",
    "look_again",
    "lower_level",
    "move_to_unit",
    "offer",
    "open_emergency",
    "open_log",
    "raise_level",
    "recall",
    "record_absence",
    "record_return",
    "remove",
    "review",
    "set_goal",
    "take_back",
    "telling_who_loses_sight",
    "undo",
    "write_entry",
]
