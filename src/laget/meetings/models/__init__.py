"""Meetings about a child, and the chair of one who is let in for a time."""

from laget.meetings.models.meeting import (
    AgendaItem,
    Coming,
    Invitation,
    Meeting,
    Minutes,
)
from laget.meetings.models.seat import Seat

__all__ = ["AgendaItem", "Coming", "Invitation", "Meeting", "Minutes", "Seat"]
