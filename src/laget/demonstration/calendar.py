"""When things happened: on working days, in working hours, one after the other."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from laget.demonstration.story import Deed

NORWAY = ZoneInfo("Europe/Oslo")
MORNING, HOURS = time(8, 5), 7
FRIDAY = 4


def in_order(deeds: Iterable[Deed], today: date) -> list[tuple[datetime, Deed]]:
    """All deeds with their moment, the oldest first, spread over each working day."""
    days: dict[date, list[Deed]] = defaultdict(list)
    for deed in deeds:
        days[working_day(today, deed.day)].append(deed)
    return [
        (_moment(day, place, len(days[day])), deed)
        for day in sorted(days)
        for place, deed in enumerate(sorted(days[day], key=lambda each: each.day))
    ]


def working_day(today: date, offset: int) -> date:
    """So many days from today; a past weekend becomes the Friday before it."""
    day = today + timedelta(days=offset)
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def coming_day(today: date, offset: int) -> date:
    """A date that was agreed: a weekend to come becomes the Monday after it."""
    if offset < 0:
        return working_day(today, offset)
    day = today + timedelta(days=offset)
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() > FRIDAY else 0)


def _moment(day: date, place: int, of: int) -> datetime:
    step = timedelta(hours=HOURS) / (of + 1)
    return datetime.combine(day, MORNING, NORWAY) + step * place


def born_on(today: date, years: float | None) -> date | None:
    """The day that many years ago; None for a child that is expected."""
    return None if years is None else today - timedelta(days=round(years * 365.25))
