"""How families found it, as figures: whole years, and never a few (`seeing.sql`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from laget.voices.models import Felt

QUESTIONS: tuple[tuple[str, Any], ...] = (
    ("heard", _("Were you heard?")),
    ("helped", _("Did it help?")),
    ("kept", _("Did we do what we said?")),
)
NOT_QUITE = "not_quite"  # partly and no together, where one of them is by few
ANSWERS: dict[str, Any] = {
    **{felt.value: felt.label for felt in Felt},
    NOT_QUITE: _("Partly or no"),
}
ASK = """
SELECT municipality_id, year, question, answer, many FROM experiences()
WHERE municipality_id = ANY (%s)
"""
Told = dict[tuple[int, str, str], int]


@dataclass(frozen=True)
class Question:
    """One question in one year. Without answers, they were too few to be shown."""

    name: str
    answers: list[tuple[str, int]]


@dataclass(frozen=True)
class Year:
    year: int
    questions: list[Question]


def experience_in(places: Iterable[UUID]) -> dict[UUID, list[Year]]:
    """For each place the years of which something can be shown. One query."""
    keys = list(places)
    told: dict[UUID, Told] = {key: {} for key in keys}
    with connection.cursor() as cursor:
        cursor.execute(ASK, [keys])
        for place, year, question, answer, many in cursor.fetchall():
            told[place][year, question, answer] = many
    return {key: _years(rows) for key, rows in told.items()}


def _years(told: Told) -> list[Year]:
    """The latest first."""
    years = sorted({year for year, _question, _answer in told}, reverse=True)
    return [
        Year(year, [_question(year, key, name, told) for key, name in QUESTIONS])
        for year in years
    ]


def _question(year: int, key: str, name: Any, told: Told) -> Question:
    answers = [
        (str(word), told[year, key, answer])
        for answer, word in ANSWERS.items()
        if (year, key, answer) in told
    ]
    return Question(str(name), answers)
