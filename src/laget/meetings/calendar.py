"""A meeting as a calendar file (RFC 5545 and 5546), which tells nothing about anybody.

A calendar is seen over the shoulder and shared with others: so it says "Appointment",
no name, not what it is about, nobody who comes, and the place only when it is asked
for. There is no address that keeps a calendar up to date: it would open without log-in.
"""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from laget.kernel import clock
from laget.meetings.models import Meeting

if TYPE_CHECKING:  # it is large, and seldom needed: read where a file is made
    import icalendar

OSLO = ZoneInfo("Europe/Oslo")
MAKER = "-//Laget//Meetings//NO"
NOBODY = (
    "invalid:nomail"  # RFC 5546 wants an organiser: nothing can be sent to this one
)


def calendar_file(meeting: Meeting, *, with_place: bool = False) -> bytes:
    """The meeting as it is now. Taken in again, it changes or ends what was there.

    The same meeting has the same UID for ever, and a SEQUENCE that grows.
    """
    import icalendar

    file = icalendar.Calendar()
    file.add("prodid", MAKER)
    file.add("version", "2.0")
    file.add("method", "CANCEL" if meeting.cancelled_at else "PUBLISH")
    event = _event(meeting)
    if with_place and meeting.place and not meeting.cancelled_at:
        event.add("location", meeting.place)
    file.add_component(_time_zone(meeting.starts_at))
    file.add_component(event)
    return bytes(file.to_ical())


def _event(meeting: Meeting) -> "icalendar.Event":
    import icalendar

    event = icalendar.Event()
    event.add("uid", str(meeting.pk))
    event.add("dtstamp", clock.now().astimezone(UTC))
    event.add("sequence", meeting.sequence)
    event.add("dtstart", _local(meeting.starts_at))
    event.add("dtend", _local(meeting.ends_at))
    event.add("summary", _("Appointment"))
    event.add("class", "PRIVATE")
    event.add("organizer", icalendar.vCalAddress(NOBODY))
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    return event


def _local(moment: datetime) -> datetime:
    """On the clock in Norway; in UTC in the hour that comes twice, one night a year.

    A calendar takes a time of that hour for the first of the two.
    """
    local = moment.astimezone(OSLO)
    is_twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
    return moment.astimezone(UTC) if is_twice else local


def _time_zone(around: datetime) -> "icalendar.Timezone":
    """The clock changes of the year before and after: calendars need not know them."""
    import icalendar

    first = date(around.year - 1, 1, 1)
    zone = icalendar.Timezone.from_tzid(
        "Europe/Oslo", first_date=first, last_date=first + timedelta(days=4 * 365)
    )
    zone.pop("comment", None)
    return zone
