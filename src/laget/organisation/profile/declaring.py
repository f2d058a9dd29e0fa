"""The sections of a profile: which file, key and facts, and who writes them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from laget.organisation.models import Municipality
from laget.organisation.profile.fields import Field, Words

Facts = dict[str, Any]


@dataclass(frozen=True)
class Where:
    """A place in a profile that a person can find: the file, and the line (from 1)."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True)
class Item:
    """One record: facts with every default filled in, in one language, and its place.

    `lines` says where each key stands (`"age_to"`, `"steps.2.next.0.to"`, rows counted
    from 0), `elsewhere` where those do that lie in Markdown; a key left out
    stands where its record or row begins. `layer` is the folder it came from, `was`
    what the record was called before.
    """

    section: str
    key: str
    facts: Facts
    where: Where
    layer: str = ""
    lines: dict[str, int] = field(default_factory=dict)
    elsewhere: dict[str, Where] = field(default_factory=dict)
    was: str = ""

    def at(self, name: str) -> Where:
        while name:
            if name in self.elsewhere:
                return self.elsewhere[name]
            if name in self.lines:
                return Where(self.where.file, self.lines[name])
            name = name.rpartition(".")[0]
        return self.where


@dataclass(frozen=True)
class Fault:
    """Something wrong, in a sentence anyone understands. A warning stops nothing."""

    where: Where
    sentence: str
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


@dataclass(frozen=True)
class Whole:
    """A profile with all it builds on: what a check looks at, and what is written.

    `items` is by section, then key, in the order of the files: the common parts' first,
    then the municipality's own, which override them. `places` are the municipalities
    that may be named, each with its number.
    """

    name: str
    items: dict[str, dict[str, Item]]
    folder: Path | None = None
    places: dict[str, str] = field(default_factory=dict)

    def all(self, section: str) -> Iterable[Item]:
        return self.items.get(section, {}).values()

    def get(self, section: str, key: str) -> Item | None:
        return self.items.get(section, {}).get(key)

    @property
    def municipality(self) -> Item | None:
        """None for a common part."""
        return next(iter(self.all("municipality")), None)


class Shape(Enum):
    """How the records of a section lie in the folder."""

    LIST = "each [[name]] in the file is a record"
    SINGLE = "the file's own keys are the one record"
    FILES = "each file in the folder is a record, and its name is the key"


Check = Callable[[Whole], Iterator[Fault]]
Write = Callable[[Municipality, Sequence[Item]], None]
WriteShared = Callable[[Sequence[Item]], None]


@dataclass(frozen=True)
class Section:
    """One kind of record in a profile.

    `write` makes the municipality's own tables say the same as these records, and may
    be called with some of them; `share` does so for what all municipalities read.
    `order` puts a section after those its records name.
    """

    name: str
    file: str
    title: Words
    about: Words
    key: str
    fields: tuple[Field, ...]
    order: int
    shape: Shape = Shape.LIST
    write: Write | None = None
    share: WriteShared | None = None
    checks: tuple[Check, ...] = ()

    def field(self, name: str) -> Field:
        return next(each for each in self.fields if each.name == name)


SECTIONS: dict[str, Section] = {}


def declare(section: Section) -> Section:
    """Let each floor add its own section; loading stays one thing."""
    SECTIONS[section.name] = section
    return section


def in_order() -> list[Section]:
    return sorted(SECTIONS.values(), key=lambda section: (section.order, section.name))
