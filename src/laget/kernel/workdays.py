"""Norwegian working days: Monday to Friday, and no public holiday."""

from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)
WEEKEND = 5


@cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NO", years=year))


def is_working_day(day: date) -> bool:
    return day.weekday() < WEEKEND and day not in _holidays(day.year)


def last_on_or_before(day: date) -> date:
    """The working day on which something due on `day` must be done at the latest."""
    while not is_working_day(day):
        day -= DAY
    return day


def ahead(day: date, number: int) -> date:
    """The day that is `number` working days after `day`."""
    while number:
        day += DAY
        number -= is_working_day(day)
    return day
