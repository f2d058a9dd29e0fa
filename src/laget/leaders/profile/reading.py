"""A record as one reads it, not as one fills it in: labels and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Day,
    Field,
    Group,
    Rows,
    Yes,
)
from laget.web.templatetags.words import day


@dataclass(frozen=True)
class Said:
    """One fact in words; `depth` says how far inside the record it stands."""

    label: str
    lines: list[str]
    depth: int = 0


def read(fields: Sequence[Field], facts: Facts, depth: int = 0) -> Iterator[Said]:
    """What the record says, in its own order; what it says nothing of is passed by."""
    for each in fields:
        fact = facts.get(each.name)
        if isinstance(each, Group) and fact:
            yield Said(str(each.label), [], depth)
            yield from read(each.fields, fact, depth + 1)
        elif isinstance(each, Rows):
            yield from _rows(each, fact or [], depth)
        elif lines := _lines(each, fact):
            yield Said(str(each.label), lines, depth)


def _rows(rows: Rows, facts: Sequence[Facts], depth: int) -> Iterator[Said]:
    for number, row in enumerate(facts, 1):
        yield Said(f"{rows.label} {number}", [], depth)
        yield from read(rows.fields, row, depth + 1)


def _lines(field: Field, fact: Any) -> list[str]:
    if fact in (None, "", []):
        return []
    match field:
        case Yes():
            return [_("yes")] if fact else []
        case Choice():
            return [str(dict(field.known).get(fact, fact))]
        case Choices():
            said = dict(field.known)
            return [str(said.get(one, one)) for one in fact]
        case Day():
            return [day(date.fromisoformat(fact))]
    return (
        [str(line) for line in fact]
        if isinstance(fact, list)
        else str(fact).split("\n")
    )
