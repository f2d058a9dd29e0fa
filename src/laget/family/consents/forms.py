"""An answer: yes, yes with a limit, or no. Nothing is chosen beforehand."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from laget.consents.limits import Limits, last_day
from laget.consents.models import Answer, Consent, Said
from laget.kernel import clock
from laget.web import forms

YES, FROM_NOW, UNTIL, NO = "yes", "from_now", "until", "no"
CHOICES = [
    (YES, _("Yes")),
    (FROM_NOW, _("Yes, but only what is written from now on")),
    (UNTIL, _("Yes, but only until a day I choose")),
    (NO, _("No")),
]
WORDS = dict(CHOICES)


class SignForm(forms.Once):
    """The one signature for all that is answered on the page."""


class AnswerForm(forms.Form):
    """What one person says to one service.

    What is sent is the very words: whoever must log in again before they sign is shown
    what waits, and signs "Yes, but only ...", not a code.
    """

    said = forms.ChoiceField(label=_("My answer"), required=False)
    until = forms.DayField(label=_("Until which day?"), required=False)

    def __init__(self, *args: Any, consent: Consent, **options: Any) -> None:
        super().__init__(*args, prefix=f"consent-{consent.pk}", **options)
        self.consent = consent
        self.codes = {str(label): code for code, label in CHOICES}
        said = self.fields["said"]
        assert isinstance(said, forms.ChoiceField)
        said.choices = [(label, label) for label in self.codes]
        until = self.fields["until"]
        assert isinstance(until, forms.DayField)
        until.earliest, until.latest = clock.today(), last_day(consent)

    def clean_said(self) -> str:
        return self.codes.get(self.cleaned_data["said"], "")

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("said") == UNTIL and not facts.get("until"):
            if "until" not in self.errors:
                self.add_error("until", _("Write the last day."))
        elif facts.get("said") != UNTIL and facts.get("until"):
            self.add_error("said", _("Choose “until a day”, or take the day out."))
        return facts

    @property
    def is_given(self) -> bool:
        return self.is_valid() and bool(self.cleaned_data.get("said"))

    @property
    def word(self) -> Said:
        return Said.NO if self.cleaned_data["said"] == NO else Said.YES

    @property
    def limits(self) -> Limits:
        said = self.cleaned_data["said"]
        until: date | None = self.cleaned_data["until"] if said == UNTIL else None
        return Limits(from_now=said == FROM_NOW, until=until)


def chosen(answer: Answer | None) -> dict[str, Any]:
    """The answer given before, as the form shows it."""
    if answer is None:
        return {}
    if answer.said == Said.NO:
        return {"said": WORDS[NO]}
    if answer.until:
        return {"said": WORDS[UNTIL], "until": answer.until}
    return {"said": WORDS[FROM_NOW if answer.from_now else YES]}
