"""Choosing a form; and the form itself, made from what its version asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from laget.forms.answers import Answers, answer_to
from laget.forms.models import Kind, Readers, Template
from laget.forms.reading import Asked, Question, Section
from laget.staff.forms.fields import Lists, as_kept, as_typed, field_for
from laget.staff.forms.inputs import RowsInput
from laget.web import forms


class ChooseForm(forms.Once):
    template = forms.RecordField(
        label=_("Form"), queryset=Template.objects.none(), empty_label=None
    )

    def __init__(self, data: Any = None, *, among: Any, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["template"].queryset = among  # type: ignore[attr-defined]


class VersionForm(forms.Versioned):
    """Finishing what was read through, and nothing that was saved since."""


@dataclass(frozen=True)
class Asking:
    """A question on the page; `readers` is said where it is not for the family."""

    field: BoundField
    readers: str


@dataclass(frozen=True)
class AskingSection:
    """A section on the page, and how many of its questions are answered already."""

    section: Section
    askings: list[Asking]
    answered: int

    @property
    def id(self) -> str:
        return f"section-{self.section.number + 1}"


class FillForm(forms.Versioned):
    """A draft: nothing must be answered to save it. What must, says so."""

    def __init__(
        self,
        data: Any = None,
        *,
        asked: Asked,
        answers: Answers,
        lists: Lists,
        version: int,
        more: str = "",
        **options: Any,
    ) -> None:
        typed = {q.name: as_typed(q, answer_to(q.id, answers)) for q in asked}
        super().__init__(data, initial={**typed, "version": version}, **options)
        self.asked, self.answers = asked, answers
        for question in asked:
            made = field_for(asked, question, lists)
            self.fields[question.name] = made
            if question.name == more and isinstance(made.widget, RowsInput):
                made.widget.more = 1

    def full_clean(self) -> None:
        """A draft may lack whatever it lacks."""
        musts = [f for f in self.fields.values() if f.required]
        own = self.fields["version"]
        for field in musts:
            field.required = field is own
        super().full_clean()
        for field in musts:
            field.required = True

    def written(self) -> Answers:
        """The answers as they are kept; a factor the guide no longer has stays."""
        kept: Answers = {}
        for question in self.asked:
            answer = as_kept(self.cleaned_data[question.name])
            if question.kind is Kind.FACTORS:
                answer = [*answer, *self._no_longer_offered(question)]
            kept.setdefault(question.section, {})[question.key] = answer
        return kept

    def _no_longer_offered(self, question: Question) -> list[str]:
        field: Any = self.fields[question.name]
        offered = {code for _name, group in field.choices for code, _words in group}
        before = answer_to(question.id, self.answers) or []
        return [code for code in before if code not in offered]

    def must_be_answered(self, questions: Iterable[Question]) -> None:
        """Say at each field what is missing before the form can be finished."""
        for question in questions:
            self.add_error(question.name, _("This must be answered."))

    def now_at(self, version: int) -> None:
        """It was saved on the way: from here on that is what one has seen."""
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        typed["version"] = str(version)
        self.data = typed

    @property
    def sections(self) -> list[AskingSection]:
        return [
            AskingSection(
                section,
                [self._asking(question) for question in section.questions],
                sum(bool(answer_to(q.id, self.answers)) for q in section.questions),
            )
            for section in self.asked.sections
        ]

    def _asking(self, question: Question) -> Asking:
        """Who reads it is said once for those that stand together."""
        section, number = question.place
        before = self.asked.sections[section].questions[number - 1] if number else None
        is_told = before is not None and before.readers == question.readers
        is_first = before is None and question.readers == Readers.FAMILY
        words = "" if is_told or is_first else str(READ_BY[question.readers])
        return Asking(self[question.name], words)


READ_BY = {
    Readers.FAMILY: _("The team and the family read this."),
    Readers.TEAM: _("Only the team reads this."),
    Readers.WRITER: _("Only you read this, also when it is finished."),
}
