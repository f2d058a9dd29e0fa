"""What is asked about who a child is, and who answers for it."""

from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models import Child, Protection
from laget.children.models.needs import NEEDS
from laget.kernel import clock, identity
from laget.organisation.models import Municipality, Unit
from laget.staff.register.places import municipalities_of, units_for
from laget.web import forms

FURTHEST = timedelta(days=310)  # a child is not expected later than this
PROTECTIONS = [
    (Protection.NONE, _("No")),
    (Protection.CONFIDENTIAL, _("Confidential (code 7)")),
    (Protection.STRICT, _("Strictly confidential (code 6)")),
]


class NumberField(forms.LineField):
    """A national identity number; nothing else is read out of it."""

    default_error_messages = {
        "number": _("This is not a valid national identity number. Check the digits."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("National identity number"))
        super().__init__(required=False, max_length=30, **options)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def clean(self, value: Any) -> str:
        number = identity.only_digits(super().clean(value))
        if number and not identity.is_valid(number):
            raise ValidationError(self.error_messages["number"], "number")
        return number


class UnitField(forms.RecordField):
    """A unit by its name, its service and its municipality."""

    def label_from_instance(self, obj: Any) -> str:
        place = f", {obj.municipality}" if obj.municipality else ""
        return f"{obj.name} ({obj.service}{place})"


class SearchForm(forms.Form):
    """What one knows of the child: one of the three is enough."""

    name = forms.LineField(
        label=_("Name"),
        required=False,
        help_text=_("One or more parts of the name, in any order."),
    )
    born_on = forms.DayField(label=_("Birth date or due date"), required=False)
    number = NumberField()

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and not any(facts.values()):
            raise ValidationError(
                _("Write a name, a date or a number to search with."), "empty"
            )
        return facts


class FactsForm(forms.Form):
    """Who the child is. A child that is expected has a due date."""

    name = forms.LineField(
        label=_("The child's name"),
        help_text=_("For a child that is expected: for example “expected, Sand”."),
    )
    born_on = forms.DayField(label=_("Born"), required=False)
    due_on = forms.DayField(
        label=_("Expected, if the child is not born yet"), required=False
    )
    number = NumberField(
        help_text=_("Eleven digits. Leave it empty if you do not know it.")
    )
    unit = UnitField(
        queryset=Unit.objects.none(),
        label=_("Kindergarten, school or service"),
        required=False,
        empty_label=_("None of these, or not begun yet"),
    )
    protection = forms.ChoiceField(
        label=_("Protected address"),
        choices=PROTECTIONS,
        required=False,
        help_text=_(
            "For a child that somebody must not find. Ask the guardian who follows the "
            "child. We then show no school or kindergarten in lists and searches."
        ),
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        _units(self).queryset = units_for(user)
        _day(self, "born_on").latest = clock.today()
        _day(self, "due_on").latest = clock.today() + FURTHEST

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        born, due = facts.get("born_on"), facts.get("due_on")
        if born and due:
            self.add_error("due_on", _("Write one of the dates: born, or expected."))
        elif not born and not due and not {"born_on", "due_on"} & set(self.errors):
            self.add_error(
                "born_on", _("Write when the child was born, or when it is expected.")
            )
        return facts


class RegisterForm(forms.Once, FactsForm):
    """A child that nobody I can see has registered."""

    municipality = forms.RecordField(
        queryset=Municipality.objects.none(),
        label=_("Municipality where the child lives"),
        empty_label=None,
    )
    another = forms.TickField(
        label=_("I have looked: this is another child"), widget=django_forms.HiddenInput
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, user=user, **options)
        places = list(municipalities_of(user))
        field = self.fields["municipality"]
        assert isinstance(field, forms.RecordField)
        field.queryset = municipalities_of(user)
        if len(places) == 1:
            field.widget = django_forms.HiddenInput()
            field.initial, field.required = places[0], False
        self.only_place = places[0] if len(places) == 1 else None

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        facts["municipality"] = self.only_place or facts.get("municipality")
        unit, place = facts.get("unit"), facts["municipality"]
        if unit and place and unit.municipality_id not in (None, place.pk):
            self.add_error("unit", _("This unit is in another municipality."))
        return facts

    def is_alike(self) -> None:
        """Ask whether it is another child, in sight, before it is registered."""
        self.fields["another"].widget = django_forms.CheckboxInput(
            {"class": "ds-input"}
        )


class NeedsForm(forms.Form):
    """What somebody in the family needs, to understand and to be understood."""

    interpreter = forms.LineField(
        label=_("Needs an interpreter in"), required=False, max_length=60
    )
    sign_language = forms.TickField(label=_("Needs a sign language interpreter"))
    easy_reading = forms.TickField(label=_("Needs texts that are easy to read"))


class EditForm(NeedsForm, FactsForm):
    """What is known of the child put right; `seen` is what it was when opened."""

    seen = forms.LineField(widget=django_forms.HiddenInput, required=False)

    def __init__(self, *args: Any, child: Child, user: User, **options: Any) -> None:
        super().__init__(*args, user=user, **options)
        if child.unit_id:
            places = units_for(user).values("pk")
            mine = Q(pk__in=places) | Q(pk=child.unit_id)
            _units(self).queryset = (
                Unit.objects.filter(mine)
                .select_related("service", "municipality")
                .order_by("name", "pk")
            )
        self.fields["interpreter"].help_text = _(
            "For the child itself, not for a guardian."
        )
        self.fields["number"].help_text = _(
            "Leave it empty to keep the number that is known."
        )


class BornForm(forms.Form):
    """The child that was expected has come."""

    name = forms.LineField(label=_("The child's name"))
    on = forms.DayField(label=_("Born"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _day(self, "on").latest = clock.today()


def stamp(child: Child) -> str:
    """The child's facts now, as one word that changes when one of them does."""
    facts = (child.name, child.born_on, child.due_on, child.unit_id, child.protection)
    needs = (getattr(child, name) for name in NEEDS)
    return sha256("\n".join(map(str, (*facts, *needs))).encode()).hexdigest()[:16]


def facts_of(child: Child) -> Mapping[str, object]:
    """What the form shows of a registered child. Its number is not shown again."""
    facts = ("name", "born_on", "due_on", "unit", "protection", *NEEDS)
    return {name: getattr(child, name) for name in facts} | {"seen": stamp(child)}


def _units(form: forms.Form) -> forms.RecordField:
    field = form.fields["unit"]
    assert isinstance(field, forms.RecordField)
    return field


def _day(form: forms.Form, name: str) -> forms.DayField:
    field = form.fields[name]
    assert isinstance(field, forms.DayField)
    return field
