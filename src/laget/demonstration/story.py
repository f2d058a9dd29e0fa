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
    account: str  # the young person's own
    guests: list[dict[str, str]]  # from outside: who may have a chair


@dataclass(frozen=True)
class Person:
    """Someone invented; `municipality` is one that the unit serves."""

    key: str
    name: str
    unit: str
    municipality: str
    post: str
    is_leader: bool


@dataclass(frozen=True)
class Company:
    """The people of one file: mostly those of one municipality.

    `teams` are who sits in each of its teams, the chair first; `trusted` who has each
    of its trusts; `first` whom to try first, and why; `services` its short names.
    """

    municipality: str
    people: list[Person]
    teams: dict[str, list[str]]
    trusted: dict[str, list[str]]
    first: list[dict[str, str]]
    services: dict[str, str]


def companies() -> list[Company]:
    return [_company(each) for each in _files("people")]


def people() -> Iterator[Person]:
    """All who work here, unit by unit, the leader of each first."""
    return (person for company in companies() for person in company.people)


def to_try() -> list[dict[str, str]]:
    """Whom a newcomer should try first (`who`), and what each is good for (`why`)."""
    return [each for company in companies() for each in company.first]


def service_names() -> dict[str, str]:
    """The short names the stories use for services."""
    return {k: v for company in companies() for k, v in company.services.items()}


def _company(told: dict[str, Any]) -> Company:
    return Company(
        municipality=told["municipality"],
        people=[p for unit in told["units"] for p in _workers(unit, told)],
        teams=told.get("teams", {}),
        trusted=told.get("trusted", {}),
        first=told.get("try", []),
        services=told.get("services", {}),
    )


def _workers(unit: dict[str, Any], told: dict[str, Any]) -> Iterator[Person]:
    where = unit.get("municipality", told["municipality"])
    for place, (key, name, post) in enumerate(unit["people"]):
        is_leader = unit.get("led", False) and place == 0
        yield Person(key, name, unit["name"], where, post, is_leader)


def _files(word: str) -> Iterator[dict[str, Any]]:
    for path in sorted(STORY.glob(f"{word}-*.toml")):
        yield tomllib.loads(path.read_text("utf-8"))


def read_children() -> list[tuple[ChildFacts, list[Deed]]]:
    """Every child with its story, file by file."""
    return [
        (_facts({"municipality": told["municipality"], **table}), _deeds(table))
        for told in _files("children")
        for table in told["children"]
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
        municipality=table["municipality"],
        protection=table.get("protection", ""),
        guardians=table["guardians"],
        account=table.get("account", ""),
        guests=table.get("guests", []),
    )


def _deeds(table: dict[str, Any]) -> list[Deed]:
    return [
        Deed(table["key"], day, who, verb, words)
        for day, who, verb, words in table["story"]
    ]
