"""Where one may complain: names and addresses as our sources have them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FILE = Path(__file__).with_name("complaints.toml")


@dataclass(frozen=True)
class Place:
    """Somebody who takes complaints. `noted_on` is when our source was read."""

    names: dict[str, str]
    abouts: dict[str, str]
    url: str
    source: str
    noted_on: date

    @property
    def name(self) -> str:
        return _said(self.names)

    @property
    def about(self) -> str:
        return _said(self.abouts)

    @property
    def site(self) -> str:
        """The address as one reads it."""
        return self.url.removeprefix("https://www.")


@cache
def places() -> tuple[Place, ...]:
    found: list[dict[str, Any]] = tomllib.loads(FILE.read_text())["place"]
    return tuple(
        Place(one["name"], one["about"], one["url"], one["source"], one["noted_on"])
        for one in found
    )


def _said(words: dict[str, str]) -> str:
    """In the reader's language where we have it, else in English."""
    return words.get((get_language() or "nb")[:2], words["en"])
