"""A filled form as it is read: each answer in words, in the municipality's language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import formats, translation
from django.utils.translation import gettext as _

from laget.forms.answers import EMPTY, Answers, answer_to
from laget.forms.kinds import COLUMNS, SAID, SAID_OF_A_SERVICE
from laget.forms.models import Kind, Readers
from laget.forms.reading import Asked, Question, Section
from laget.guide.models import Factor

Table = list[list[str]]


@dataclass(frozen=True)
class Shown:
    """One answer: paragraphs, or a list, or a table whose first row is its heads."""

    question: Question
    words: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    table: Table = field(default_factory=list)

    @property
    def head(self) -> list[str]:
        return self.table[0] if self.table else []

    @property
    def rows(self) -> Table:
        return self.table[1:]

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.points or self.table)

    @property
    def cells(self) -> list[list[tuple[str, str]]]:
        """Each row as (head, text): on a phone the head stands before each text."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class ShownSection:
    section: Section
    answers: list[Shown]


def shown(
    asked: Asked,
    answers: Answers,
    *,
    language: str,
    readers: Iterable[Readers] = tuple(Readers),
    with_empty: bool = False,
) -> list[ShownSection]:
    """The sections with what was answered; `with_empty`: also what was not.

    Only questions of `readers` are there at all. One query, where factors were ticked.
    """
    allowed, sections = set(readers), []
    with translation.override(language):
        for section in asked.sections:
            questions = [q for q in section.questions if q.readers in allowed]
            all_of_them = [_shown(q, answer_to(q.id, answers)) for q in questions]
            some = [each for each in all_of_them if with_empty or not each.is_empty]
            if some:
                sections.append(ShownSection(section, some))
    return sections


def unanswered(asked: Asked, answers: Answers, readers: Iterable[Readers]) -> int:
    """How many questions of these readers have no answer."""
    mine = [q for q in asked if q.readers in set(readers)]
    return sum(answer_to(q.id, answers) in EMPTY for q in mine)


def _shown(question: Question, answer: Any) -> Shown:
    if answer in EMPTY:
        return Shown(question)
    return HOW[question.kind](question, answer)


def _words(question: Question, answer: str) -> Shown:
    return Shown(question, words=[line for line in answer.split("\n") if line.strip()])


def _yes_no(question: Question, answer: str) -> Shown:
    return Shown(question, words=[str(SAID[answer])])


def _choice(question: Question, answer: str) -> Shown:
    return Shown(question, words=[question.option(answer)])


def _many(question: Question, answer: list[str]) -> Shown:
    return Shown(question, points=[question.option(each) for each in answer])


def _scale(question: Question, answer: int) -> Shown:
    """In words where there are any: between the ends, where on the way."""
    assert question.scale is not None
    scale = question.scale
    if words := scale.words(answer):
        return Shown(question, words=[words])
    told: dict[str, object] = {"all": len(scale.places)}
    told |= {"place": answer - scale.first + 1, "low": scale.low, "high": scale.high}
    text = _("%(place)s of %(all)s, from “%(low)s” to “%(high)s”")
    return Shown(question, words=[text % told])


def _date(question: Question, answer: str) -> Shown:
    day = formats.date_format(date.fromisoformat(answer), _("j F Y"))
    return Shown(question, words=[day])


def _person(question: Question, answer: dict[str, str]) -> Shown:
    return Shown(question, words=[", ".join(filter(None, _row(question, answer)))])


def _rows(question: Question, answer: list[dict[str, str]]) -> Shown:
    head = [str(label) for label in COLUMNS[question.kind].values()]
    return Shown(question, table=[head, *(_row(question, each) for each in answer)])


def _row(question: Question, answer: dict[str, str]) -> list[str]:
    return [answer.get(name, "") for name in COLUMNS[question.kind]]


def _services(question: Question, answer: list[dict[str, str]]) -> Shown:
    head = [_("Service"), _("Answer"), _("Limit")]
    said = {"": "", **{key: str(words) for key, words in SAID_OF_A_SERVICE.items()}}
    rows = [[row["text"], said[row["said"]], row["limit"]] for row in answer]
    return Shown(question, table=[head, *rows])


def _factors(question: Question, answer: list[str]) -> Shown:
    language = translation.get_language() or "nb"
    known = {each.code: each for each in Factor.objects.filter(code__in=answer)}
    named = [known[c].words(language) if c in known else c for c in answer]
    return Shown(question, points=named)


HOW: dict[Kind, Callable[[Question, Any], Shown]] = {
    Kind.TEXT: _words,
    Kind.LONG: _words,
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
