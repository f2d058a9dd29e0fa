"""The dates of a step's deadline, once the day it is counted from is known."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from laget.kernel import workdays

HOURS = 24


def dates(deadline: Mapping[str, Any], event: date) -> tuple[date | None, date]:
    """From when, and by when at the latest. Hours are counted as whole days begun."""
    least = deadline.get("at_least") or 0
    earliest = _after(event, least, deadline["unit"]) if least else None
    return earliest, _after(event, deadline["at_most"], deadline["unit"])


def _after(day: date, number: int, unit: str) -> date:
    if unit == "workdays":
        return workdays.ahead(day, number)
    if unit == "months":
        return _months(day, number)
    days = {"hours": -(-number // HOURS), "weeks": 7 * number}
    return day + timedelta(days=days.get(unit, number))


def _months(day: date, number: int) -> date:
    """The same day of a later month; the last one where it has no such day."""
    years, month = divmod(day.month - 1 + number, 12)
    year = day.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
