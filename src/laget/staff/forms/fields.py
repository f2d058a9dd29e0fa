"""A field for each kind of question; what was typed becomes the answer that is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from laget.forms.kinds import (
    COLUMNS,
    LONGEST_LINE,
    LONGEST_TEXT,
    SAID,
    SAID_OF_A_SERVICE,
)
from laget.forms.models import Kind
from laget.forms.reading import Asked, Question
from laget.staff.forms.inputs import (
    EndsRadios,
    PersonInput,
    RowsInput,
    ServicesInput,
)
from laget.staff.worry.factors import Group
from laget.web import forms

Row = dict[str, str]


@dataclass(frozen=True)
class Lists:
    """What questions choose among that stands outside the form itself."""

    services: Sequence[tuple[str, str]] = ()
    factors: list[Group] = field(default_factory=list)
    language: str = ""  # of the form, where it is not the reader's own


class SeveralField(django_forms.Field):
    """An answer of several texts: each one line, no longer than it may be."""

    def clean(self, value: Any) -> Any:
        rows = value if isinstance(value, list) else [value or {}]
        tidy = [{key: text.strip() for key, text in row.items()} for row in rows]
        if any(
            len(text) > self._longest(key) for row in tidy for key, text in row.items()
        ):
            told = {"most": LONGEST_LINE}
            raise ValidationError(_("Write at most %(most)s characters.") % told)
        kept = [row for row in tidy if any(row.values())]
        return kept if isinstance(value, list) else next(iter(kept), None)

    def _longest(self, key: str) -> int:
        return LONGEST_TEXT if key in ("goal", "measure") else LONGEST_LINE


class ServicesField(SeveralField):
    """What was said of each service is one of two words, or nothing yet."""

    def clean(self, value: Any) -> Any:
        rows: list[Row] = super().clean(value)
        if any(row["said"] not in ("", *SAID_OF_A_SERVICE) for row in rows):
            raise ValidationError(_("Choose yes or a dash for each service."))
        return rows


def field_for(asked: Asked, question: Question, lists: Lists) -> django_forms.Field:
    made = MAKE[question.kind](question, lists)
    made.required = question.is_required
    made.label = _in_its_language(question.text, lists.language)
    made.help_text = " ".join(filter(None, _helps(asked, question)))
    made.widget.attrs.setdefault("class", "ds-input")
    return made


def _in_its_language(text: str, language: str) -> str:
    return (
        format_html('<span lang="{}">{}</span>', language, text) if language else text
    )


def _helps(asked: Asked, question: Question) -> list[str]:
    day = _("dd.mm.yyyy") if question.kind is Kind.DATE else ""
    return [question.help, _when(asked, question), day]


def _when(asked: Asked, question: Question) -> str:
    """When it must be answered, in the words of the question it depends on."""
    when = question.required_when
    other = asked.named(when.question, question) if when else None
    if when is None or other is None:
        return ""
    known = SAID if other.kind is Kind.YES_NO else {}
    named = [str(known.get(key) or other.option(key)) for key in when.answers]
    told = {
        "question": other.text,
        "answers": ", ".join(_("“%(words)s”") % {"words": each} for each in named),
    }
    return _("Must be answered if “%(question)s” is %(answers)s.") % told


def _line(question: Question, lists: Lists) -> django_forms.Field:
    return forms.LineField(max_length=LONGEST_LINE)


def _text(question: Question, lists: Lists) -> django_forms.Field:
    return forms.TextField(rows=3, max_length=LONGEST_TEXT)


def _yes_no(question: Question, lists: Lists) -> django_forms.Field:
    return forms.ChoiceField(choices=_or_none(question, list(SAID.items())))


def _choice(question: Question, lists: Lists) -> django_forms.Field:
    return forms.ChoiceField(choices=_or_none(question, _options(question)))


def _many(question: Question, lists: Lists) -> django_forms.Field:
    return forms.ManyField(choices=_options(question))


def _scale(question: Question, lists: Lists) -> django_forms.Field:
    assert question.scale is not None
    scale = question.scale
    places = [(str(n), _place(scale.words(n), n)) for n in scale.places]
    widget = EndsRadios()
    widget.low, widget.high = scale.low, scale.high
    return django_forms.TypedChoiceField(
        choices=_or_none(question, places), coerce=int, empty_value=None, widget=widget
    )


def _place(words: str, number: int) -> str:
    return f"{number} {words}".strip()


def _date(question: Question, lists: Lists) -> django_forms.Field:
    return forms.DayField(help_text="")


def _person(question: Question, lists: Lists) -> django_forms.Field:
    return SeveralField(widget=PersonInput(COLUMNS[question.kind]))


def _rows(question: Question, lists: Lists) -> django_forms.Field:
    return SeveralField(widget=RowsInput(COLUMNS[question.kind]))


def _services(question: Question, lists: Lists) -> django_forms.Field:
    own = [(option.key, option.text) for option in question.options]
    return ServicesField(widget=ServicesInput(own or lists.services))


def _factors(question: Question, lists: Lists) -> django_forms.Field:
    return forms.ManyField(choices=lists.factors)


def _options(question: Question) -> list[tuple[str, str]]:
    return [
        (option.key, f"{option.text} ({option.note})" if option.note else option.text)
        for option in question.options
    ]


def _or_none(question: Question, choices: Sequence[tuple[str, Any]]) -> Any:
    """What need not be answered can be left, also by who has chosen already."""
    none = [] if question.is_required else [("", _("Not answered"))]
    return [*choices, *none]


def as_typed(question: Question, answer: Any) -> Any:
    """The answer as its field shows it."""
    if question.kind is Kind.DATE and answer:
        return date.fromisoformat(answer)
    return "" if answer is None and question.kind in PLAIN else answer


def as_kept(cleaned: Any) -> Any:
    return cleaned.isoformat() if isinstance(cleaned, date) else cleaned


PLAIN = (Kind.TEXT, Kind.LONG, Kind.YES_NO, Kind.CHOICE, Kind.SCALE)
MAKE: Mapping[Kind, Callable[[Question, Lists], django_forms.Field]] = {
    Kind.TEXT: _line,
    Kind.LONG: _text,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.MANY: _many,
    Kind.SERVICES: _services,
    Kind.SCALE: _scale,
    Kind.DATE: _date,
    Kind.PERSON: _person,
    Kind.PEOPLE: _rows,
    Kind.FACTORS: _factors,
    Kind.PLAN: _rows,
}
