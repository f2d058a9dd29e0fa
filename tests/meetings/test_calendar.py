"""The calendar file: read back by a library, and telling nothing about anybody."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.utils import translation

from laget.kernel import clock
from laget.kernel.acting import acting
from laget.meetings import actions
from laget.meetings.calendar import calendar_file
from laget.meetings.models import Meeting
from tests.meetings.made import (
    PLACE,
    STAFF,
    WHY,
    call,
    guardianship,
    in_a_week,
)

OSLO = ZoneInfo("Europe/Oslo")


def read(meeting, **options):
    calendar = icalendar.Calendar.from_ical(calendar_file(meeting, **options))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def facts(meeting):
    calendar, event = read(meeting)
    return (
        str(event["UID"]),
        event["SEQUENCE"],
        str(calendar["METHOD"]),
        str(event["STATUS"]),
    )


def test_a_change_and_the_end_of_it_are_the_same_meeting_with_a_later_number(
    meeting, holder
):
    uid = str(meeting.pk)
    later = {"starts_at": in_a_week(24), "ends_at": in_a_week(25)}
    with acting(holder.pk, STAFF):
        assert facts(meeting) == (uid, 0, "PUBLISH", "CONFIRMED")
        actions.move(meeting, **later, place=PLACE, why=WHY, by=holder)
        assert facts(meeting) == (uid, 1, "PUBLISH", "CONFIRMED")
        assert read(meeting)[1].start == later["starts_at"]
        actions.cancel(meeting, why="Sykdom", by=holder)
        assert facts(meeting) == (uid, 2, "CANCEL", "CANCELLED")


def test_it_says_when_it_was_made(meeting):
    moment = clock.now().replace(microsecond=0)
    with clock.at(moment):
        assert read(meeting)[1]["DTSTAMP"].dt == moment.astimezone(UTC)


def test_it_names_nobody_and_no_place_unless_asked(meeting, holder):
    with translation.override("nb"), acting(holder.pk, STAFF):
        actions.put_on_agenda(meeting, text="Matpakka", by=holder)
        quiet = calendar_file(meeting).decode()
        with_place = read(meeting, with_place=True)[1]
        actions.cancel(meeting, why="Nora er syk", by=holder)
        ended = calendar_file(meeting, with_place=True).decode()

    words = {*WHY.split(), "Nora", "Sand", "Kari", "Lund", "Matpakka", "Fjellstua"}
    found = {w for w in words for text in (quiet, ended) if len(w) > 3 and w in text}
    assert found == set()
    assert "ATTENDEE" not in quiet
    assert "SUMMARY:Avtale" in quiet
    assert with_place["LOCATION"] == PLACE


def test_a_place_writes_no_line_of_its_own_in_the_file(
    noras_log, nora, holder, guardian
):
    place = "Rom 1\r\nATTENDEE:mailto:x@example.no\nBEGIN:VALARM\r\nSUMMARY:Nora"
    with acting(holder.pk, STAFF):
        asked = [guardianship(nora, guardian)]
        meeting = call(noras_log, holder, guardians=asked, place=place)
        lines = calendar_file(meeting, with_place=True).decode().splitlines()
    begun = [line for line in lines if not line.startswith(" ")]
    for word in ("ATTENDEE", "BEGIN:VALARM", "SUMMARY:Nora"):
        assert not any(line.startswith(word) for line in begun)


@pytest.mark.parametrize(
    "begins, offset",
    [
        (datetime(2027, 3, 28, 1, 30, tzinfo=OSLO), 1),  # before the clock leaps
        (datetime(2027, 3, 28, 3, 0, tzinfo=OSLO), 2),
        (datetime(2027, 10, 31, 1, 30, tzinfo=OSLO), 2),
        (datetime(2027, 10, 31, 2, 30, tzinfo=OSLO), 2),  # the first of the two
        (datetime(2027, 10, 31, 2, 30, fold=1, tzinfo=OSLO), 1),  # the second
        (datetime(2027, 10, 31, 3, 0, tzinfo=OSLO), 1),
        (datetime(2027, 7, 1, 14, 0, tzinfo=OSLO), 2),
    ],
)
def test_on_the_nights_when_the_clock_is_moved_it_is_the_same_moment(begins, offset):
    exact = begins.astimezone(UTC)
    meeting = Meeting(starts_at=exact, ends_at=exact + timedelta(hours=1))
    calendar, event = read(meeting)

    assert event.start.astimezone(UTC) == exact
    assert event.end.astimezone(UTC) - exact == timedelta(hours=1)
    assert exact.astimezone(OSLO).utcoffset() == timedelta(hours=offset)
    if str(event["DTSTART"].params.get("TZID")) == "Europe/Oslo":
        (zone,) = calendar.walk("VTIMEZONE")
        told = event.start.replace(tzinfo=zone.to_tz())
        assert told.utcoffset() == timedelta(hours=offset)
