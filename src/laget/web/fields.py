"""The kinds of question a form can ask. Never a server error, whatever is typed."""

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST = 10_000
EARLIEST, LATEST = 1900, 2200
FORMATS = ["%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d", "%d%m%Y"]
if TYPE_CHECKING:
    OneRecord = forms.ModelChoiceField[Any]
    ManyRecords = forms.ModelMultipleChoiceField[Any]
else:
    OneRecord, ManyRecords = forms.ModelChoiceField, forms.ModelMultipleChoiceField


class LineField(forms.CharField):
    """One line of text, at most 200 characters unless told otherwise."""

    def __init__(self, *, max_length: int = 200, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value) or "").split())


class TextField(forms.CharField):
    """Some paragraphs. Too long is said at the field; nothing is cut off."""

    widget = forms.Textarea

    def __init__(self, *, max_length: int = LONGEST, rows: int = 5, **options: Any):
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(max_length=max_length, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without `maxlength`: a browser would cut off what is pasted, in silence."""
        attrs = super().widget_attrs(widget)
        return {name: value for name, value in attrs.items() if name != "maxlength"}


class DayField(forms.DateField):
    """A day, typed dd.mm.yyyy, from 1900 to 2200."""

    widget = forms.TextInput
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write the date as dd.mm.yyyy, for example 21.11.2026."),
        "range": _("The year must be between 1900 and 2200."),
        "early": _("The date cannot be before %(day)s."),
        "late": _("The date cannot be after %(day)s."),
    }

    def __init__(
        self,
        *,
        earliest: dt.date | None = None,
        latest: dt.date | None = None,
        **options: Any,
    ) -> None:
        options.setdefault("help_text", _("dd.mm.yyyy"))
        super().__init__(input_formats=FORMATS, **options)
        self.earliest, self.latest = earliest, latest

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"class": "ds-input day", "autocomplete": "off", "spellcheck": "false"}

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%d.%m.%Y") if isinstance(value, dt.date) else value

    def to_python(self, value: Any) -> dt.date | None:
        if isinstance(value, str):
            value = re.sub(r"[\s./]+", ".", value.strip().strip("."))
        return super().to_python(value)

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        if value is None:
            return
        if not EARLIEST <= value.year <= LATEST:
            raise ValidationError(self.error_messages["range"], "range")
        self._check(
            value, "early", self.earliest, self.earliest and value < self.earliest
        )
        self._check(value, "late", self.latest, self.latest and value > self.latest)

    def _check(self, _day: dt.date, code: str, limit: Any, is_wrong: Any) -> None:
        if is_wrong:
            told = {"day": limit.strftime("%d.%m.%Y")}
            raise ValidationError(self.error_messages[code], code, params=told)


class Radios(forms.RadioSelect):
    template_name = "web/parts/choices.html"


class Ticks(forms.CheckboxSelectMultiple):
    template_name = "web/parts/choices.html"


class ScaleRadios(forms.RadioSelect):
    """One row of numbers; what 1 and 10 mean stands under its ends."""

    template_name = "web/parts/scale_choice.html"
    low: Any = ""
    high: Any = ""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"low": self.low, "high": self.high}
        return context


class ChoiceField(forms.ChoiceField):
    """One of a few, all in sight. For many, give `widget=Select()`."""

    widget = Radios


class ManyField(forms.MultipleChoiceField):
    """Any number of them, in groups where `choices` has groups."""

    widget = Ticks


class RecordField(OneRecord):
    """One of the records the person may see; a drop-down unless told otherwise."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (OverflowError, ValueError) as error:
            raise ValidationError(self.error_messages["invalid_choice"]) from error


class RecordsField(ManyRecords):
    """Any number of the records the person may see."""

    widget = Ticks


class ScaleField(forms.TypedChoiceField):
    """A number from 1 to 10. `low` and `high` say what the ends mean."""

    widget = ScaleRadios

    def __init__(self, *, low: Any = "", high: Any = "", **options: Any) -> None:
        numbers = [(str(n), str(n)) for n in range(1, 11)]
        super().__init__(choices=numbers, coerce=int, empty_value=None, **options)
        self.widget.low, self.widget.high = low, high
        if low and high and not self.help_text:
            told = _("1 is “%(low)s”, 10 is “%(high)s”.")
            self.help_text = str(told) % {"low": low, "high": high}


class TickField(forms.BooleanField):
    """Yes, or not."""

    def __init__(self, *, required: bool = False, **options: Any) -> None:
        super().__init__(required=required, **options)
