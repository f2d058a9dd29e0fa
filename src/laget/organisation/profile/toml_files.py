"""A TOML file with the line of every key, or in plain words why it cannot be read."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.lines import key_lines

PLACE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")
REASONS = (
    (r"overwrite a value|Duplicate|twice", gettext_noop("This stands here twice.")),
    (
        r"Invalid value|Invalid date",
        gettext_noop(
            "This is not a value. Text stands in quotation marks; a date is written "
            "2026-11-01; yes is true and no is false."
        ),
    ),
    (
        r"Unterminated|Illegal character",
        gettext_noop("The text that begins here, or above, has no closing quotation."),
    ),
    (
        r"Unclosed|Expected.*(array|table|\]|\})|initial",
        gettext_noop("A bracket or a comma is missing here, or just above."),
    ),
    (
        r"Expected|Invalid (statement|initial)|after a key",
        gettext_noop('A line is written: key = "text". A table begins with [[name]].'),
    ),
)


@dataclass(frozen=True)
class Record:
    facts: Facts
    line: int
    lines: dict[str, int]


@dataclass(frozen=True)
class Toml:
    """`table` as Python reads it; empty, with `reason`, when it cannot be read."""

    table: Facts = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    reason: str = ""
    line: int = 1

    def records(self, name: str) -> Iterator[Record]:
        """The rows of [[name]], each with the lines of its own keys."""
        for number, facts in enumerate(self.table.get(name, [])):
            lines = self._by_row.get((name, str(number)), {})
            yield Record(facts, self.lines.get(f"{name}.{number}", 1), lines)

    def has_rows(self, name: str) -> bool:
        found: Any = self.table.get(name, [])
        return isinstance(found, list) and all(isinstance(row, dict) for row in found)

    @cached_property
    def _by_row(self) -> dict[tuple[str, str], dict[str, int]]:
        rows: dict[tuple[str, str], dict[str, int]] = {}
        for path, line in self.lines.items():
            name, _dot, rest = path.partition(".")
            number, _dot, key = rest.partition(".")
            if key:
                rows.setdefault((name, number), {})[key] = line
        return rows


def read_toml(path: Path) -> Toml:
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        return Toml(tomllib.loads(text), key_lines(text))
    except UnicodeDecodeError:
        return Toml(reason=_("This is not text in UTF-8: save it anew as UTF-8."))
    except tomllib.TOMLDecodeError as error:
        return _unreadable(str(error), text)


def _unreadable(error: str, text: str) -> Toml:
    place = PLACE.search(error)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    what = PLACE.sub("", error)
    for sign, sentence in REASONS:
        if re.search(sign, what):
            return Toml(reason=_(sentence), line=line)
    said = _("This cannot be read as TOML: {reason}.").format(reason=what)
    return Toml(reason=said, line=line)
