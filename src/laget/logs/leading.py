"""What a leader knows of the unit's work: load and dates, never names or words."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from laget.kernel import clock

LONG = timedelta(days=7)

LOGS = """
SELECT log_id, unit_id, holder_id, level, next_on, initials, birth_year, overdue,
       offered, holder_gone, holder_away, holder_blind
FROM led_logs() ORDER BY next_on, log_id
"""
CONCERNS = "SELECT unit_id, owner_id, open, overdue FROM led_concerns()"
BY_UNIT = """
SELECT led.unit_id, owner_id, open, overdue FROM led_units() led(unit_id)
LEFT JOIN LATERAL (SELECT * FROM led_concerns()) found ON found.unit_id = led.unit_id
"""  # for who leads no unit, nothing is counted


@dataclass(frozen=True)
class LedLog:
    """An open log of the unit: whose hands it is in, how it goes with the dates."""

    log: UUID
    unit: UUID
    holder: UUID
    level: int
    next_on: date
    initials: str
    birth_year: int
    overdue: int
    offered: bool
    holder_gone: bool
    holder_away: bool
    holder_blind: bool

    @property
    def is_left_lying(self) -> bool:
        """Nobody who can see it looks after it: the leader must hand it on."""
        return self.holder_gone or self.holder_away or self.holder_blind

    @property
    def is_late(self) -> bool:
        """The next date has passed, or something is to be looked at again."""
        return self.overdue > 0 or self.next_on < clock.today()

    @property
    def is_long_late(self) -> bool:
        """The next date passed more than a week ago."""
        return self.next_on < clock.today() - LONG


@dataclass(frozen=True)
class LedConcerns:
    """How many undecided concerns somebody in the unit has."""

    unit: UUID
    owner: UUID
    open: int
    overdue: int


def led_logs() -> list[LedLog]:
    """The open logs of the units that the actor leads. One query."""
    with connection.cursor() as cursor:
        cursor.execute(LOGS)
        return [LedLog(*row) for row in cursor.fetchall()]


def led_concerns_if_leading() -> list[LedConcerns] | None:
    """The same; None for who leads no unit. One query."""
    with connection.cursor() as cursor:
        cursor.execute(BY_UNIT)
        rows = cursor.fetchall()
    return [LedConcerns(*row) for row in rows if row[1]] if rows else None


def led_concerns() -> list[LedConcerns]:
    """The undecided concerns of those units, counted by owner. One query."""
    with connection.cursor() as cursor:
        cursor.execute(CONCERNS)
        return [LedConcerns(*row) for row in cursor.fetchall()]
