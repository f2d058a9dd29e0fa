"""What the plans ask for, row by row, and where each thing is seen.

The rows are written by people, in docs/seed-coverage. What can be looked up is: that
the record is in the profile, and that the page, the test and the file exist.
"""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import get_resolver

from laget.organisation.profile.declaring import Item
from laget.organisation.profile.reading import read_folder

HOME: Path = settings.HOME
FOLDER = HOME / "docs" / "seed-coverage"
NEEDS = {"seen": "where", "data": "where", "later": "work", "not ours": "note"}
SEEN = ("page:", "tests/", "src/", "docs/")
KEYS = ("key", "name", "title", "word", "cites", "number", "role", "topic")


@dataclass(frozen=True)
class Row:
    row: str
    asks: str
    status: str
    where: tuple[str, ...]
    work: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Plan:
    title: str
    letter: str
    count: int
    rows: tuple[Row, ...]


def told() -> dict[str, Any]:
    """The plans, what each status means, and the kinds of work that remain."""
    return tomllib.loads((FOLDER / "plans.toml").read_text())


def plans() -> list[Plan]:
    return [
        Plan(one["title"], one["letter"], one["rows"], tuple(_rows(one["file"])))
        for one in told()["plans"]
    ]


def _rows(name: str) -> Iterator[Row]:
    with (FOLDER / f"{name}.csv").open(newline="") as file:
        for line in csv.DictReader(file):
            where, work = _several(line["where"]), _several(line["work"])
            yield Row(
                line["row"], line["asks"], line["status"], where, work, line["note"]
            )


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def faults() -> Iterator[str]:
    """What is not as the rows say, in a sentence each."""
    known = told()
    for plan in plans():
        yield from _counted(plan)
        for row in plan.rows:
            yield from _faults(row, known)


def _counted(plan: Plan) -> Iterator[str]:
    asked = [f"{plan.letter}{_number(plan, n)}" for n in range(1, plan.count + 1)]
    if [row.row for row in plan.rows] != asked:
        yield f"{plan.title}: the rows are not {asked[0]} to {asked[-1]}, in order."


def _number(plan: Plan, number: int) -> str:
    return str(number) if plan.letter == "C" else f"{number:02}"


def _faults(row: Row, known: dict[str, Any]) -> Iterator[str]:
    if row.status not in known["status"]:
        yield f'{row.row}: "{row.status}" is no status.'
    elif not getattr(row, NEEDS[row.status]):
        yield f"{row.row} is {row.status}, and does not say {NEEDS[row.status]}."
    elif row.status == "seen" and not any(each.startswith(SEEN) for each in row.where):
        yield f"{row.row} is seen, and names no page, test or file where it is."
    for work in row.work:
        if work not in known["work"]:
            yield f'{row.row}: "{work}" is no kind of work.'
    for where in row.where:
        if not found(where):
            yield f"{row.row}: {where} is not there."


def found(where: str) -> bool:
    """Is there such a page, file or record?"""
    if where.startswith("page:"):
        return bool(address(where.removeprefix("page:")))
    if where.startswith(SEEN[1:]):
        return (HOME / where).is_file()
    return record(where) is not None


def address(name: str) -> str:
    """How a page's address is written; empty when there is no such page."""
    ways = get_resolver().reverse_dict.getlist(name)
    return "/" + str(ways[0][0][0][0]) if ways else ""


def record(where: str) -> Item | None:
    """The record that is meant, when it has the row that is meant."""
    whole, _, part = where.partition("#")
    place, _, key = whole.partition(":")
    folder, _, section = place.partition("/")
    for item in _folder(folder):
        if item.section == section and key in ("", item.key):
            return item if not part or _has(item, part) else None
    return None


def _has(item: Item, part: str) -> bool:
    name, _, key = part.partition(".")
    rows = item.facts.get(name)
    if not key:
        return bool(rows)
    return any(key in [str(row.get(k)) for k in KEYS] for row in rows or [])


@cache
def _folder(name: str) -> tuple[Item, ...]:
    folder = HOME / "profiles" / name
    return tuple(read_folder(folder)) if folder.is_dir() else ()
