"""What was typed, checked and shown the same way everywhere.

class EntryForm(forms.Form):
    text = forms.TextField(label=_("What happened"))
"""

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms as django_forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy as _

from laget.web.fields import (
    ChoiceField,
    DayField,
    LineField,
    ManyField,
    Radios,
    RecordField,
    RecordsField,
    ScaleField,
    TextField,
    TickField,
    Ticks,
)
from laget.web.typed import tidy_all

__all__ = [
    "ChoiceField",
    "DayField",
    "Form",
    "LineField",
    "ManyField",
    "ModelForm",
    "Once",
    "Radios",
    "RecordField",
    "RecordsField",
    "ScaleField",
    "Select",
    "TextField",
    "TickField",
    "Ticks",
    "Versioned",
]
if TYPE_CHECKING:
    AnyModelForm = django_forms.ModelForm[Any]
else:
    AnyModelForm = django_forms.ModelForm
Select = django_forms.Select
GREATEST = 2**31 - 1
PLAIN = django_forms.Field.default_error_messages["required"]


class Renderer(DjangoTemplates):
    """Draws every field from our own template, whatever the settings say."""

    form_template_name = "web/parts/fields.html"
    field_template_name = "web/parts/field.html"


class _Tidied(django_forms.BaseForm):
    """Takes typed text in tidied, and gives each field the design system's class."""

    default_renderer = Renderer()  # one for all: it keeps the compiled templates
    error_css_class = ""

    def __init__(self, data: Any = None, *args: Any, **options: Any) -> None:
        typed = tidy_all(data) if isinstance(data, Mapping | dict) or data else data
        super().__init__(typed, *args, **options)
        self.label_suffix = ""
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", "ds-input")
            if field.error_messages.get("required") is PLAIN:
                field.error_messages["required"] = _("This must be filled in.")


class Form(_Tidied, django_forms.Form):
    """A form that never asks the browser to check: we say what is wrong, in words."""

    use_required_attribute = False


class ModelForm(_Tidied, AnyModelForm):
    """For plain upkeep of a register. Give `save()` its fields on protected tables."""

    use_required_attribute = False


class OnceField(django_forms.UUIDField):
    """A key that follows the form. Missing or spoilt, it is only a new key."""

    widget = django_forms.HiddenInput

    def clean(self, value: Any) -> uuid.UUID:
        try:
            return uuid.UUID(str(value))
        except ValueError:
            return uuid.uuid4()


class Once(Form):
    """A form that makes one record, however often it is sent.

    `cleaned_data["once"]` is the key: store it with the record, in its transaction.
    """

    once = OnceField(required=False, initial=uuid.uuid4)


class Versioned(Form):
    """A form that changes a text. `version` is the one that the person was shown."""

    version = django_forms.IntegerField(
        min_value=0,
        max_value=GREATEST,
        widget=django_forms.HiddenInput,
        error_messages={
            name: _("This page is incomplete. Open it again before you save.")
            for name in ("required", "invalid", "min_value", "max_value")
        },
    )
