"""When a meeting is, as people say it: the weekday, the date, from and to."""

from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from laget.meetings.models import Meeting


def in_words(meeting: Meeting) -> str:
    """ "onsdag 2. desember 2026 kl. 14.00 til 15.30", on the clock in Norway."""
    begins, ends = _local(meeting.starts_at), _local(meeting.ends_at)
    told = {"day": _day(begins), "from": _clock(begins), "to": _clock(ends)}
    if begins.date() != ends.date():
        told["to"] = f"{_day(ends)} {told['to']}"
    return _("%(day)s, %(from)s to %(to)s") % told


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment)


def _day(moment: datetime) -> str:
    told = {
        "weekday": formats.date_format(moment, "l"),
        "date": formats.date_format(moment, _("j F Y")),
    }
    return _("%(weekday)s %(date)s") % told


def _clock(moment: datetime) -> str:
    return formats.date_format(moment, _("H:i"))
