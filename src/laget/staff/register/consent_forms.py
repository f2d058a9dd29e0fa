"""Asking for a consent, and writing down what was answered."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from laget.children.models import Child, Guardianship
from laget.consents.limits import Limits
from laget.consents.models import How, Said
from laget.kernel import clock
from laget.organisation.models import Service
from laget.staff.register.consent_rows import YOUNG
from laget.web import forms

LONGEST = timedelta(days=3 * 366)


class AskForm(forms.Once):
    """What is the same for every service that is asked about."""

    topics = forms.TextField(
        label=_("What the services may know and talk about"),
        rows=3,
        help_text=_("Plain words that the family knows. Only what is needed."),
    )
    limits = forms.TextField(
        label=_("What it is not about"),
        rows=2,
        required=False,
        help_text=_("What the family wants to keep to themselves."),
    )
    until = forms.DayField(label=_("The consent lasts until"))

    def __init__(self, *args: Any, child: Child, **options: Any) -> None:
        last = _months_on(clock.today(), child.municipality.consent_months)
        super().__init__(*args, initial={"until": last}, **options)
        until = self.fields["until"]
        assert isinstance(until, forms.DayField)
        until.earliest = clock.today() + timedelta(days=1)
        until.latest = clock.today() + LONGEST

    def expires_at(self) -> datetime:
        """The end of the last day, in Norway: pages show the day that was agreed."""
        last_moment = datetime.combine(self.cleaned_data["until"], time.max)
        return timezone.make_aware(last_moment)


class ServiceRow(forms.Form):
    """One service: is it asked about, and is anything different for it?"""

    asked = forms.TickField()
    topics = forms.TextField(
        label=_("What this service may know, if it is different"),
        rows=2,
        required=False,
    )
    limits = forms.TextField(
        label=_("What it is not about, for this service"), rows=2, required=False
    )

    def __init__(self, *args: Any, service: Service, **options: Any) -> None:
        super().__init__(*args, prefix=f"service-{service.pk}", **options)
        self.service = service
        self.fields["asked"].label = service.name
        self.fields["asked"].help_text = service.about

    def clean(self) -> dict[str, Any]:
        words = super().clean() or {}
        if not words.get("asked") and (words.get("topics") or words.get("limits")):
            raise ValidationError(
                _("Tick %(service)s too, or take out what is written about it."),
                params={"service": self.service},
            )
        return words


class AnswerForm(forms.Once):
    """What one person said, how, when; and for an exception, who decided it and why."""

    who = forms.ChoiceField(label=_("Who has answered?"))
    said = forms.ChoiceField(
        label=_("What is the answer?"),
        choices=[
            (Said.YES, _("Yes")),
            (Said.NO, _("No")),
            (Said.EXCUSED, _("Is not to be asked: somebody has decided an exception")),
        ],
    )
    how = forms.ChoiceField(
        label=_("How was it given?"),
        choices=[(How.PAPER, _("Signed on paper")), (How.ORAL, _("Said to me"))],
        help_text=_("You are written down as the one who took it."),
    )
    on = forms.DayField(label=_("When"))
    from_now = forms.TickField(
        label=_("Yes, but only to what is written from now on"),
    )
    until = forms.DayField(
        label=_("Yes, but only until this day"),
        required=False,
        help_text=_("Leave it empty when the yes is for the whole time."),
    )
    reason = forms.TextField(
        label=_("What was said about it"),
        rows=2,
        required=False,
        help_text=_("For an exception: why this person is not asked, and by what law."),
    )
    decided_by = forms.LineField(
        label=_("Who decided the exception"),
        required=False,
        help_text=_("Name, role and workplace. Only for an exception."),
    )

    def __init__(
        self,
        *args: Any,
        left: list[Guardianship | None],
        child: Child,
        **options: Any,
    ) -> None:
        super().__init__(*args, initial={"on": clock.today()}, **options)
        self.left = {str(each.pk) if each else YOUNG: each for each in left}
        who, on = self.fields["who"], self.fields["on"]
        assert isinstance(who, django_forms.ChoiceField)
        who.choices = [
            (key, str(each) if each else child.first_name)
            for key, each in self.left.items()
        ]
        if len(self.left) == 1:
            who.initial = next(iter(self.left))
        assert isinstance(on, forms.DayField)
        on.latest = clock.today()

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("said") == Said.EXCUSED:
            self._must_be_explained(facts)
        return facts

    def given(self) -> dict[str, Any]:
        """What the action wants to know."""
        facts = self.cleaned_data
        return {
            "guardian": self.left[facts["who"]],
            "said": Said(facts["said"]),
            "how": How(facts["how"]),
            "on": facts["on"],
            "reason": facts["reason"],
            "limits": Limits(facts["from_now"], facts["until"]),
            "decided_by": facts["decided_by"] if facts["said"] == Said.EXCUSED else "",
        }

    def _must_be_explained(self, facts: dict[str, Any]) -> None:
        if facts.get("who") == YOUNG:
            self.add_error("said", _("The young person decides and must be asked."))
        if not facts.get("reason"):
            self.add_error("reason", _("Write why this person is not asked."))
        if not facts.get("decided_by"):
            self.add_error("decided_by", _("Write who decided the exception."))


class WithdrawForm(forms.Form):
    """Taking a consent back needs no reason."""

    reason = forms.TextField(
        label=_("What was said about it, if anything"), rows=2, required=False
    )


def _months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last."""
    count = day.month - 1 + months
    year, month = day.year + count // 12, count % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), after - timedelta(1))
