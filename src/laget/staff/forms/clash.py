"""A form open in two windows: both answers are shown, and none is thrown away."""

from typing import Any

from django.http import HttpResponse

from laget.forms.answers import EMPTY, Answers, answer_to, together
from laget.forms.models import Filled, Kind
from laget.forms.reading import Asked, Question
from laget.forms.showing import Shown, shown
from laget.kernel import Overtaken
from laget.web.page import PageRequest, page

WORDS = (Kind.TEXT, Kind.LONG)
SEVERAL = (Kind.MANY, Kind.FACTORS, Kind.PEOPLE, Kind.PLAN)


def clash_page(
    request: PageRequest, filled: Filled, overtaken: Overtaken, asked: Asked
) -> HttpResponse:
    """What was written here beside what is saved, and both put together below."""
    from laget.staff.forms.filling import about, form_of

    mine: Answers = overtaken.mine["answers"]  # type: ignore[assignment]
    saved = together(filled.parts.all())
    both = _together(asked, mine, saved)
    told = about(request, filled, asked) | {
        "form": form_of(filled, asked, answers=both),
        "pairs": _pairs(filled, asked, mine, saved),
    }
    return page(request, "staff/forms/clash.html", told, 409)


def _together(asked: Asked, mine: Answers, saved: Answers) -> Answers:
    both: Answers = {}
    for question in asked:
        one, other = answer_to(question.id, mine), answer_to(question.id, saved)
        answer = one if other in EMPTY or one == other else _both(question, one, other)
        both.setdefault(question.section, {})[question.key] = answer
    return both


def _both(question: Question, mine: Any, saved: Any) -> Any:
    """Texts one after the other, ticks and rows from both; else what is saved."""
    if mine in EMPTY:
        return saved
    if question.kind in WORDS:
        if mine in saved or saved in mine:
            return max(mine, saved, key=len)
        return (" / " if question.kind is Kind.TEXT else "\n\n").join((saved, mine))
    if question.kind in SEVERAL:
        return [*saved, *(each for each in mine if each not in saved)]
    return saved


def _pairs(
    filled: Filled, asked: Asked, mine: Answers, saved: Answers
) -> list[tuple[Shown, Shown]]:
    language = filled.version.template.municipality.language
    here, there = (
        shown(asked, answers, language=language, with_empty=True)
        for answers in (mine, saved)
    )
    return [
        (one, other)
        for section, beside in zip(here, there, strict=True)
        for one, other in zip(section.answers, beside.answers, strict=True)
        if (one.words, one.points, one.table)
        != (other.words, other.points, other.table)
    ]
