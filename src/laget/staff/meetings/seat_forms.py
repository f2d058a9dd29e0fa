"""Whom from outside one lets in, to what, and until when."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.kernel import clock, identity
from laget.meetings.actions.seats import latest_end
from laget.meetings.models import Meeting
from laget.web import forms

NUMBER = gettext_lazy(
    "Eleven digits. With it, only this person can use the link. It is not shown again."
)
PART = gettext_lazy("For example GP, therapist, interpreter or coach.")


class SeatForm(forms.Once):
    """One person, one thing, for a time."""

    name = forms.LineField(label=gettext_lazy("Who?"))
    part = forms.LineField(
        label=gettext_lazy("In what part?"), help_text=PART, max_length=120
    )
    until_day = forms.DayField(
        label=gettext_lazy("The last day"),
        help_text=gettext_lazy("dd.mm.yyyy. At most 30 days."),
    )
    number = forms.LineField(
        label=gettext_lazy("National identity number, if you know it"),
        help_text=NUMBER,
        required=False,
        max_length=20,
    )

    def __init__(self, *args: Any, meeting: Meeting | None, **options: Any) -> None:
        super().__init__(*args, **options)
        day: Any = self.fields["until_day"]
        day.earliest = clock.today()
        day.latest = timezone.localtime(latest_end(meeting) - timedelta(days=1)).date()
        after = meeting.ends_at if meeting else clock.now() + timedelta(days=6)
        day.initial = timezone.localtime(after + timedelta(days=1)).date()

    def clean_number(self) -> str:
        number = identity.only_digits(self.cleaned_data["number"])
        if number and not identity.is_valid(number):
            raise ValidationError(_("This is not a valid national identity number."))
        return number
