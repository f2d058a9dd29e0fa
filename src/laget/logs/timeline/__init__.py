"""The timeline: events, joined to what they are about, told in words. No page here."""

from laget.logs.timeline.kinds import ACTIONS, VISITS, About, Kind
from laget.logs.timeline.lines import SIZE, Cursor, Line, Recalled, Stretch, stretch
from laget.logs.timeline.records import who_opened, who_read_at_home

__all__ = [
    "ACTIONS",
    "SIZE",
    "VISITS",
    "About",
    "Cursor",
    "Kind",
    "Line",
    "Recalled",
    "Stretch",
    "stretch",
    "who_opened",
    "who_read_at_home",
]
