"""A time of day, and how long it takes."""

import datetime as dt
import re
from typing import Any
from zoneinfo import ZoneInfo

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.web import forms

OSLO = ZoneInfo("Europe/Oslo")
LONG = (30, 45, 60, 90, 120, 180)  # minutes


class ClockField(django_forms.TimeField):
    """A time of day, typed 14.00, 14:00, 1400 or 14."""

    widget = django_forms.TextInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("For example 14.00"))
        wrong = gettext_lazy("Write the time as 14.00.")
        super().__init__(
            input_formats=["%H.%M", "%H:%M", "%H%M", "%H"],
            error_messages={"invalid": wrong},
            **options,
        )

    def widget_attrs(self, widget: django_forms.Widget) -> dict[str, Any]:
        return {"class": "ds-input day", "autocomplete": "off", "inputmode": "decimal"}

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H.%M") if isinstance(value, dt.time) else value

    def to_python(self, value: Any) -> dt.time | None:
        typed = re.sub(r"\s", "", value) if isinstance(value, str) else value
        return super().to_python(typed)


class LongField(forms.ChoiceField):
    """How long it takes, in minutes."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Select(), **options)
        self.offer()

    def offer(self, *others: int) -> None:
        every = sorted({*LONG, *others})
        self.choices = [(str(each), _long(each)) for each in every]

    def clean(self, value: Any) -> dt.timedelta:
        return dt.timedelta(minutes=int(super().clean(value)))


def moment(day: dt.date, clock: dt.time) -> dt.datetime:
    """That time in Norway. Raises ValidationError for one that the clock leaps over."""
    local = dt.datetime.combine(day, clock, OSLO)
    if local.astimezone(dt.UTC).astimezone(OSLO).time() != clock:
        raise ValidationError(_("The clock is moved that night. Choose another time."))
    return local


def day_and_clock(value: dt.datetime) -> tuple[dt.date, dt.time]:
    local = timezone.localtime(value)
    return local.date(), local.time().replace(second=0, microsecond=0)


def end_of(day: dt.date) -> dt.datetime:
    """When the day is over in Norway."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), OSLO)


def _long(minutes: int) -> str:
    return _("%(n)s minutes") % {"n": minutes}
