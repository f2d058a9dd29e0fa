"""The folders beside one: which municipalities may be named, and who builds on what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from laget.organisation.profile.layers import HEADS
from laget.organisation.profile.toml_files import read_toml


@dataclass(frozen=True)
class Place:
    """A municipality as its folder names it."""

    folder: Path
    name: str
    number: str
    language: str
    builds_on: tuple[str, ...]
    named: tuple[tuple[str, str], ...]


def places_in(folder: Path) -> list[Place]:
    return [_place(path) for path in sorted(folder.glob("*/municipality.toml"))]


def known_places(places: Sequence[Place]) -> dict[str, str]:
    """Name and number of the municipalities here, and of those they name outside."""
    outside = dict(pair for place in places for pair in place.named)
    return outside | {place.name: place.number for place in places}


def folders_in(paths: Sequence[Path]) -> Iterator[Path]:
    """Each path that is a profile, or every profile in a folder that has them."""
    for path in paths:
        if is_profile(path):
            yield path
        else:
            yield from (each for each in sorted(path.glob("*")) if is_profile(each))


def is_profile(path: Path) -> bool:
    return any((path / f"{name}.toml").exists() for name in HEADS)


def _place(path: Path) -> Place:
    table = read_toml(path).table
    neighbours: Any = table.get("neighbours", [])
    rows = [row for row in neighbours if isinstance(row, dict)]
    return Place(
        path.parent,
        str(table.get("name", "")),
        str(table.get("number", "")),
        str(table.get("language", "nb")),
        tuple(str(name) for name in table.get("builds_on", [])),
        tuple((str(row.get("name")), str(row.get("number"))) for row in rows),
    )
