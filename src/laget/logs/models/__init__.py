"""The shared log: holder, team, goals, interventions, reviews, entries."""

from laget.logs.models.log import LEVELS, Closed, LevelChange, Log, LogQuerySet
from laget.logs.models.team import EmergencyAccess, Handover, Participation
from laget.logs.models.work import (
    Effect,
    Goal,
    Intervention,
    Next,
    Result,
    Review,
)
from laget.logs.models.writing import UNDO, Entry, EntryKind

__all__ = [
    "LEVELS",
    "UNDO",
    "Closed",
    "Effect",
    "EmergencyAccess",
    "Entry",
    "EntryKind",
    "Goal",
    "Handover",
    "Intervention",
    "LevelChange",
    "Log",
    "LogQuerySet",
    "Next",
    "Participation",
    "Result",
    "Review",
]
