"""What is asked when a request is sent on, accepted, returned, answered, closed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from laget.intake.models import Outcome
from laget.kernel import clock, workdays
from laget.organisation.models import Unit
from laget.web import forms

SOON = 2  # working days within which one who has accepted should have called
LATER = 5
REACHED = [
    ("yes", _("Yes, we spoke, or they have answered")),
    ("no", _("No, I tried, and did not reach them")),
]


class NextOn(forms.Once):
    """A request that is open has a day on which somebody looks at it."""

    next_on = forms.DayField(label=_("When do you look at it next?"))
    within = LATER

    def __init__(self, data: Any = None, **options: Any) -> None:
        day = workdays.ahead(clock.today(), self.within)
        options.setdefault("initial", {"next_on": day})
        super().__init__(data, **options)

    def clean_next_on(self) -> Any:
        day = self.cleaned_data["next_on"]
        if day < clock.today():
            raise ValidationError(
                _("The next date has passed already. Choose one to come.")
            )
        return day


class AcceptForm(NextOn):
    within = SOON
    next_on = forms.DayField(label=_("By when do you get in touch?"))


class UnitField(forms.RecordField):
    def label_from_instance(self, unit: Any) -> str:
        told = f"{unit.name} ({unit.service.name})"
        return told if unit.service.name != unit.name else str(unit.name)


class RouteForm(forms.Once):
    to = UnitField(
        label=_("Which unit can help?"),
        queryset=Unit.objects.none(),
        empty_label=_("Choose a unit"),
    )
    words = forms.TextField(
        label=_("What should they know?"),
        help_text=_("Why you ask them, and what you have agreed with the asker."),
        rows=3,
        required=False,
    )

    def __init__(self, data: Any = None, *, units: Any, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["to"].queryset = units  # type: ignore[attr-defined]


class ReturnForm(forms.Once):
    reason = forms.TextField(
        label=_("Why is this not for you?"),
        help_text=_("So that the next one is the right one. Say whom you would ask."),
        rows=3,
    )


class ContactForm(NextOn):
    reached = forms.ChoiceField(label=_("Did you reach them?"), choices=REACHED)
    told_who = forms.TickField(
        label=_("They know by name who helps them now, and how to reach them")
    )
    words = forms.TextField(label=_("What was said or agreed?"), rows=4, required=False)
    field_order = ("once", "reached", "told_who", "words", "next_on")


class CloseForm(forms.Once):
    outcome = forms.ChoiceField(label=_("What became of it?"), choices=Outcome.told)
    words = forms.TextField(
        label=_("What should be remembered?"),
        help_text=_("Only what is needed. What you follow up has its own record."),
        rows=3,
        required=False,
    )
