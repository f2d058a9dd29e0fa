"""What is asked about a guardian: who, what they may, and by which number they come."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from laget.children.models import Tie
from laget.staff.register.forms import NeedsForm, NumberField
from laget.web import forms


class GuardianForm(forms.Form):
    """A guardian: parental responsibility, and the right to see, are two things."""

    name = forms.LineField(label=_("Name"))
    phone = forms.LineField(label=_("Telephone"), required=False, max_length=30)
    custody = forms.TickField(
        label=_("Has parental responsibility"),
        initial=True,
        help_text=_("Those who have it decide together (barnelova § 30)."),
    )
    may_see = forms.TickField(
        label=_("May see what is written about the child"), initial=True
    )
    barred = forms.TickField(
        label=_("Must not be contacted or told"),
        help_text=_("For example a ban on contact. Then this person sees nothing."),
    )
    interpreter = forms.LineField(
        label=_("Needs an interpreter in"), required=False, max_length=60
    )

    def has_changed(self) -> bool:
        """A row nobody has written in is no guardian, however its ticks stand."""
        return bool({"name", "phone", "barred", "interpreter"} & {*self.changed_data})

    @property
    def is_given(self) -> bool:
        return self.has_changed() and bool(self.cleaned_data.get("name"))


class GuardianRow(GuardianForm):
    """A guardian asked about together with the child: it may stand empty."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, empty_permitted=True, **options)
        self.fields["name"].required = False

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not facts.get("name"):
            self.add_error("name", _("Write the guardian's name."))
        return facts


class NumberTwice(forms.Form):
    """A guardian's number, asked for twice: a wrong digit may be another person's."""

    number = NumberField(
        label=_("The guardian's national identity number"),
        help_text=_(
            "With it they find the child's page when they log in. A wrong number may "
            "let a stranger in: copy it from a document, not from memory."
        ),
    )
    again = NumberField(label=_("The same number once more"))

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        is_read = not {"number", "again"} & {*self.errors}
        if is_read and facts["number"] != facts["again"]:
            self.add_error("again", _("The two numbers are not the same."))
        return facts


class TieField(forms.ChoiceField):
    """What ties a guardian to the child."""

    def __init__(self, **options: Any) -> None:
        label = _("What the guardian is to the child")
        super().__init__(label=label, choices=Tie.choices, required=False, **options)


class NewGuardianForm(forms.Once, NumberTwice, GuardianForm):
    """One more guardian, for a child that is registered."""

    tie = TieField(initial=Tie.PARENT)
    field_order = ("name", "tie", "phone", "custody", "may_see", "barred")

    def clean_tie(self) -> str:
        return self.cleaned_data["tie"] or Tie.PARENT


class NumberForm(NumberTwice):
    """The number put right, or written for the first time."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["number"].required = self.fields["again"].required = True


class ReachForm(NeedsForm):
    """How a guardian is reached now, and what they are to the child."""

    tie = TieField()
    phone = forms.LineField(label=_("Telephone"), required=False, max_length=30)
    field_order = ("tie", "phone")
