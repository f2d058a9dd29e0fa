"""That something was offered, and what the family said."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from laget.kernel import clock
from laget.rights.models import Said
from laget.web import forms

ANSWERS = [
    (Said.YES, Said.YES.label),
    (Said.NO, Said.NO.label),
    (Said.THINKS, Said.THINKS.label),
]
NOT_YET = [(Said.WAITS, Said.WAITS.label)]
NOT_OFFERED = [(Said.NOT_OFFERED, Said.NOT_OFFERED.label)]
AGAIN = _(
    "When the family has not answered, or wants to think. Two weeks when left empty."
)


class _Asked(forms.Form):
    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        on = told.get("next_on")
        if on and on < clock.today():
            self.add_error("next_on", _("Choose a day to come."))
        return told


class OfferForm(forms.Once, _Asked):
    """Also when it is not offered: then the reason is what counts."""

    said = forms.ChoiceField(
        label=_("What did the family say?"), choices=[*NOT_YET, *ANSWERS, *NOT_OFFERED]
    )
    offered_on = forms.DayField(label=_("When was it offered?"), required=False)
    told = forms.TextField(
        label=_("Who was told?"),
        help_text=_("The child, the guardians: by name or role."),
        rows=2,
        required=False,
    )
    words = forms.TextField(
        label=_("What they said, or why it was not offered"), rows=3, required=False
    )
    next_on = forms.DayField(
        label=_("When do you ask again?"), help_text=AGAIN, required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["said"].required = False

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if self.is_not_offered:
            if not told.get("words"):
                self.add_error("words", _("Write why it is not offered."))
            return told
        on = told.get("offered_on")
        if on is None and "offered_on" not in self.errors:
            self.add_error("offered_on", _("Say when it was offered."))
        if on and on > clock.today():
            self.add_error("offered_on", _("Choose today or a day before."))
        if not told.get("told"):
            self.add_error("told", _("Write who was told."))
        return told

    @property
    def is_not_offered(self) -> bool:
        return bool(self.cleaned_data.get("said") == Said.NOT_OFFERED)


class AnswerForm(forms.Once, _Asked):
    said = forms.ChoiceField(label=_("What did the family say?"), choices=ANSWERS)
    said_on = forms.DayField(label=_("When did they say it?"))
    words = forms.TextField(label=_("In their own words"), rows=3, required=False)
    next_on = forms.DayField(
        label=_("When do you ask again?"), help_text=AGAIN, required=False
    )
