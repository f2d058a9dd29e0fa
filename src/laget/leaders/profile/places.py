"""Where in a record one is: `steps/3`, `sections/2/questions/0`; and changing it there.

A place is written in the address, so it is read with care: a wrong one is no place.
"""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from laget.leaders.profile.questions import is_large
from laget.organisation.profile.declaring import Facts, Section
from laget.organisation.profile.fields import Field, Rows


@dataclass(frozen=True)
class Place:
    """A record, or a row of it that has a page of its own."""

    section: Section
    steps: tuple[tuple[str, int], ...]
    fields: tuple[Field, ...]
    rows: Rows | None = None

    def __str__(self) -> str:
        return "/".join(f"{name}/{nr}" for name, nr in self.steps)

    def below(self, name: str, nr: int) -> str:
        return f"{self}/{name}/{nr}" if self.steps else f"{name}/{nr}"

    @property
    def above(self) -> str:
        return "/".join(f"{name}/{nr}" for name, nr in self.steps[:-1])

    def large_rows(self) -> list[Rows]:
        return [f for f in self.fields if isinstance(f, Rows) and is_large(f)]


def place(section: Section, words: str) -> Place:
    """Raises Http404 when it names no rows of the section."""
    parts = words.split("/") if words else []
    fields, steps = section.fields, []
    rows: Rows | None = None
    for name, nr in zip(parts[::2], parts[1::2], strict=False):
        found = next((f for f in fields if f.name == name), None)
        if not isinstance(found, Rows) or not nr.isdecimal() or len(nr) > 4:
            raise Http404
        rows, fields = found, found.fields
        steps.append((name, int(nr)))
    if len(parts) % 2:
        raise Http404
    return Place(section, tuple(steps), fields, rows)


def at(facts: Facts, where: Place) -> Facts:
    """The facts there; an empty record one past the last, for a new row."""
    for name, nr in where.steps:
        rows = facts.get(name) or []
        if nr > len(rows):
            raise Http404
        facts = rows[nr] if nr < len(rows) else {}
    return facts


def changed(facts: Facts, where: Place, new: Facts) -> Facts:
    """The whole record with these facts there."""
    if not where.steps:
        return new
    whole = copy.deepcopy(facts)
    rows, nr = _rows(whole, where)
    rows[nr : nr + 1] = [new]
    return whole


def without(facts: Facts, where: Place) -> Facts:
    """The whole record without that row."""
    whole = copy.deepcopy(facts)
    rows, nr = _rows(whole, where)
    del rows[nr]
    return whole


def moved(facts: Facts, where: Place, by: int) -> Facts:
    """The whole record with that row earlier (-1) or later (1)."""
    whole = copy.deepcopy(facts)
    rows, nr = _rows(whole, where)
    if 0 <= nr + by < len(rows):
        rows[nr], rows[nr + by] = rows[nr + by], rows[nr]
    return whole


def _rows(whole: Facts, where: Place) -> tuple[list[Facts], int]:
    inner = whole
    for name, nr in where.steps[:-1]:
        inner = inner[name][nr]
    name, nr = where.steps[-1]
    return inner.setdefault(name, []), nr


def differences(old: Any, new: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """What is said differently: where, before and now."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in [*old, *(n for n in new if n not in old)]:
            deeper = f"{path} · {name}" if path else name
            yield from differences(old.get(name), new.get(name), deeper)
    elif _are_rows(old) and _are_rows(new) and (old or new):
        for nr in range(max(len(old), len(new))):
            before = old[nr] if nr < len(old) else {}
            after = new[nr] if nr < len(new) else {}
            yield from differences(before, after, f"{path} {nr + 1}")
    elif old != new and (old or new):
        yield path, old, new


def _are_rows(found: Any) -> bool:
    return isinstance(found, Sequence) and all(isinstance(r, dict) for r in found)
