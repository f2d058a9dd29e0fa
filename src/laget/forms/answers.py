"""What may be answered: any draft may lack something; what is there must fit."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from laget.forms.kinds import (
    COLUMNS,
    LONGEST,
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_ROWS,
    NO,
    YES,
)
from laget.forms.models import Kind, Part, Readers
from laget.forms.reading import Asked, Key, Question
from laget.kernel import RuleBroken

Answers = dict[str, dict[str, Any]]  # by section, then question


class Unfit(RuleBroken):
    """An answer that does not fit its question. `question` says which."""

    def __init__(self, question: Question) -> None:
        told = {"question": question.text}
        super().__init__(_("The answer to “%(question)s” does not fit.") % told)
        self.question = question


class Incomplete(RuleBroken):
    """Something must be answered before the form is finished. `missing` says what."""

    def __init__(self, missing: list[Question]) -> None:
        super().__init__(_("Some questions must be answered before it is finished."))
        self.missing = missing


def checked(asked: Asked, given: Answers) -> Answers:
    """The same answers without what is empty. Raises Unfit, or KeyError if unknown."""
    kept: Answers = {}
    for section, answers in given.items():
        for key, answer in answers.items():
            question = asked.by_id[section, key]
            if answer in EMPTY:
                continue
            if not FITS[question.kind](question, answer):
                raise Unfit(question)
            kept.setdefault(section, {})[key] = _without_blanks(question, answer)
    return kept


def missing(asked: Asked, answers: Answers) -> list[Question]:
    """What must be answered and is not, in the order of the form."""
    return [
        question
        for question in asked
        if answer_to(question.id, answers) in EMPTY
        and (question.is_required or _is_called_for(asked, question, answers))
    ]


def by_readers(asked: Asked, answers: Answers) -> dict[Readers, Answers]:
    """The answers apart, by who may read them; each kind of reader the form has."""
    apart: dict[Readers, Answers] = {readers: {} for readers in asked.readers}
    for question in asked:
        answer = answer_to(question.id, answers)
        if answer not in EMPTY:
            own = apart[question.readers].setdefault(question.section, {})
            own[question.key] = answer
    return apart


def together(parts: Iterable[Part]) -> Answers:
    """All that the reader was given of a form, as one."""
    whole: Answers = {}
    for part in parts:
        for section, answers in part.answers.items():
            whole.setdefault(section, {}).update(answers)
    return whole


def answer_to(key: Key, answers: Answers) -> Any:
    section, question = key
    return answers.get(section, {}).get(question)


EMPTY: tuple[Any, ...] = (None, "", [], {})


def _is_called_for(asked: Asked, question: Question, answers: Answers) -> bool:
    when = question.required_when
    other = asked.named(when.question, question) if when else None
    if when is None or other is None:
        return False
    said = answer_to(other.id, answers)
    given = said if isinstance(said, list) else [said]
    return any(str(each) in when.answers for each in given)


def _without_blanks(question: Question, answer: Any) -> Any:
    """One answer is written in one way: a cell left empty is no cell."""
    if question.kind not in COLUMNS:
        return answer
    if isinstance(answer, list):
        return [_without_blanks(question, row) for row in answer]
    return {name: words for name, words in answer.items() if words}


def _text(question: Question, answer: Any) -> bool:
    return _is_words(answer, LONGEST[question.kind])


def _yes_no(question: Question, answer: Any) -> bool:
    return answer in (YES, NO)


def _choice(question: Question, answer: Any) -> bool:
    return answer in [option.key for option in question.options]


def _many(question: Question, answer: Any) -> bool:
    known = {option.key for option in question.options}
    return isinstance(answer, list) and set(answer) <= known


def _services(question: Question, answer: Any) -> bool:
    """Each that was answered: its key, its name as it was asked, and what was said."""
    known = [option.key for option in question.options]
    return isinstance(answer, list) and all(
        isinstance(row, Mapping)
        and set(row) == {"key", "text", "said", "limit"}
        and all(_is_words(row[name], LONGEST_LINE) for name in row)
        and row["said"] in (YES, NO, "")
        and row["key"] in (known or [row["key"]])
        for row in answer
    )


def _scale(question: Question, answer: Any) -> bool:
    scale = question.scale
    return bool(scale and type(answer) is int and answer in scale.places)


def _date(question: Question, answer: Any) -> bool:
    try:
        return bool(date.fromisoformat(answer))
    except (TypeError, ValueError):
        return False


def _row(question: Question, answer: Any) -> bool:
    known = COLUMNS[question.kind]
    return (
        isinstance(answer, Mapping)
        and set(answer) <= set(known)
        and any(answer.values())
        and all(_is_words(words, LONGEST_TEXT) for words in answer.values())
    )


def _rows(question: Question, answer: Any) -> bool:
    return (
        isinstance(answer, list)
        and len(answer) <= MOST_ROWS
        and all(_row(question, each) for each in answer)
    )


def _factors(question: Question, answer: Any) -> bool:
    """Codes of the guide's list; a code the list no longer has stays as it was."""
    return isinstance(answer, list) and all(_is_words(code, 10) for code in answer)


def _is_words(words: Any, longest: int) -> bool:
    return (
        isinstance(words, str)
        and len(words) <= longest
        and "\0" not in words
        and unicodedata.is_normalized("NFC", words)
    )


FITS: dict[Kind, Callable[[Question, Any], bool]] = {
    Kind.TEXT: _text,
    Kind.LONG: _text,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.MANY: _many,
    Kind.SERVICES: _services,
    Kind.SCALE: _scale,
    Kind.DATE: _date,
    Kind.PERSON: _row,
    Kind.PEOPLE: _rows,
    Kind.FACTORS: _factors,
    Kind.PLAN: _rows,
}
