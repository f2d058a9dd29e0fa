"""The invented year falls on working days, and its dates to come do too."""

from datetime import date

import pytest

from laget.demonstration.calendar import coming_day, in_order, working_day
from laget.demonstration.story import Deed

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(("offset", "day"), [(-1, 20), (-2, 20), (-3, 19)])
def test_what_happened_on_a_weekend_happened_on_the_friday(offset, day):
    assert working_day(SUNDAY, offset) == date(2026, 11, day)


@pytest.mark.parametrize(("offset", "day"), [(0, 23), (1, 23), (6, 30), (7, 30)])
def test_what_falls_due_on_a_weekend_falls_due_on_the_monday(offset, day):
    assert coming_day(SUNDAY, offset) == date(2026, 11, day)


def test_what_is_overdue_was_due_on_a_working_day():
    assert coming_day(SUNDAY, -1) == date(2026, 11, 20)


def test_deeds_come_one_after_the_other_within_working_hours():
    deeds = [Deed("a", day, "who", "note", {}) for day in (-1, -2, -8, -3)]

    told = in_order(deeds, SUNDAY)

    moments = [moment for moment, _ in told]
    assert [deed.day for _, deed in told] == [-8, -3, -2, -1]
    assert moments == sorted(set(moments))
    assert all(8 <= moment.hour < 16 for moment in moments)
