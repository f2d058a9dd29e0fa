"""Dates and ages as people say them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from laget.kernel import clock
from laget.web.templatetags import words

NOON = datetime(2026, 11, 21, 11, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_the_day():
    with clock.at(NOON), translation.override("nb"):
        yield


def test_a_day():
    assert words.day(date(2026, 11, 21)) == "21. november 2026"
    assert words.short_day(date(2026, 11, 21)) == "21. november"
    assert words.short_day(date(2027, 1, 2)) == "2. januar 2027"
    assert words.day(None) == ""


def test_a_moment_is_said_in_norwegian_time():
    assert words.moment(NOON) == "21. november 2026 kl. 12.03"
    assert words.at_clock(NOON) == "12.03"


def test_a_day_near_midnight_is_the_day_in_norway():
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)

    assert words.day(late) == "22. november 2026"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "i dag"),
        (1, "i morgen"),
        (3, "om 3 dager"),
        (-1, "1 dag på overtid"),
        (-4, "4 dager på overtid"),
    ],
)
def test_how_long_there_is(days, said):
    assert words.how_long(clock.today() + timedelta(days)) == said


def test_in_nynorsk_too():
    with translation.override("nn"):
        assert words.how_long(clock.today() + timedelta(3)) == "om 3 dagar"
        assert words.day(clock.today()) == "21. november 2026"


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2018, 11, 21), "8 år"),
        (date(2018, 11, 22), "7 år"),
        (date(2026, 4, 1), "7 mnd"),
        (date(2026, 11, 21), "0 mnd"),
        (date(2024, 2, 29), "2 år"),
        (date(2027, 3, 3), "ventet 3. mars 2027"),
    ],
)
def test_an_age(born, said):
    assert words.age(born) == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        *[("Ingrid Moen", "IM"), ("Nora", "N"), ("Anne-Grete Åsen Vik", "AV")],
        *[("", "?"), ("øyvind ås", "ØÅ"), (None, "?")],
    ],
)
def test_initials(name, letters):
    assert words.initials(name) == letters
