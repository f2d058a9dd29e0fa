"""Reading the invented stories: who did what, how many days ago."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STORY = Path(__file__).with_name("story")


@dataclass(frozen=True)
class Deed:
    """One thing that happened: `day` counts from today and is before it."""

    child: str
    day: int
    who: str
    verb: str
    words: dict[str, Any]


@dataclass(frozen=True)
class ChildFacts:
    key: str
    name: str
    born: float | None
    due: int | None
    unit: str | None
    municipality: str
    protection: str
    guardians: list[dict[str, Any]]


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    unit: str
    post: str
    is_leader: bool


def read_people() -> dict[str, Any]:
    return tomllib.loads((STORY / "people.toml").read_text("utf-8"))


def people() -> Iterator[Person]:
    """All who work here, unit by unit, the leader of each first."""
    for unit in read_people()["units"]:
        for place, (key, name, post) in enumerate(unit["people"]):
            is_leader = unit.get("led", False) and place == 0
            yield Person(key, name, unit["name"], post, is_leader)


def read_children() -> list[tuple[ChildFacts, list[Deed]]]:
    """Every child with its story, file by file."""
    return [
        (_facts(table), _deeds(table))
        for path in sorted(STORY.glob("children-*.toml"))
        for table in tomllib.loads(path.read_text("utf-8"))["children"]
    ]


def read_requests() -> list[Deed]:
    """What came of each request for help: a line is [day, who, verb, {what}]."""
    tables = tomllib.loads((STORY / "requests.toml").read_text("utf-8"))
    return [deed for table in tables["requests"] for deed in _deeds(table)]


def _facts(table: dict[str, Any]) -> ChildFacts:
    return ChildFacts(
        key=table["key"],
        name=table["name"],
        born=table.get("age"),
        due=table.get("due"),
        unit=table.get("unit"),
        municipality=table.get("municipality", "Kvinesdal"),
        protection=table.get("protection", ""),
        guardians=table["guardians"],
    )


def _deeds(table: dict[str, Any]) -> list[Deed]:
    return [
        Deed(table["key"], day, who, verb, words)
        for day, who, verb, words in table["story"]
    ]
