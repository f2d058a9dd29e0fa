"""The kinds of fact a profile can hold: declared once, and everything follows.

Reading a file, checking it, the JSON Schema, the table in the documentation, the form
in the browser, a spreadsheet's columns and the exported file are made from these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Field:
    """One key of a record. `help` says in a sentence what to write and why.

    A fact that is left out has `default`; a required one has none.
    """

    name: str
    label: Words
    help: Words = ""
    required: bool = False
    default: object = None


@dataclass(frozen=True)
class Text(Field):
    """A line of text; with `long`, paragraphs and lists with a dash.

    With `spoken` it may be given in several languages, `{ nb = "...", nn = "..." }`: a
    common part must have every language of those who build on it. `web`: the address of
    a page, which is opened by whoever presses it, and runs nothing.
    """

    longest: int = 200
    long: bool = False
    web: bool = False
    spoken: bool = False
    default: object = ""


@dataclass(frozen=True)
class Number(Field):
    """A whole number from `least` to `most`, both included."""

    least: int = 0
    most: int = 10_000


@dataclass(frozen=True)
class Yes(Field):
    default: object = False


@dataclass(frozen=True)
class Day(Field):
    """A date, such as 2026-11-01."""


@dataclass(frozen=True)
class Choice(Field):
    """One of some known words; each is a code with its words in the interface."""

    known: Sequence[tuple[str, Words]] = ()
    default: object = ""


@dataclass(frozen=True)
class Choices(Field):
    """Some of the known words, in their order."""

    known: Sequence[tuple[str, Words]] = ()
    default: object = field(default_factory=list)


@dataclass(frozen=True)
class Texts(Field):
    """A list of lines."""

    spoken: bool = False
    default: object = field(default_factory=list)


@dataclass(frozen=True)
class Link(Field):
    """The key of a record in another section, such as the service that owns it."""

    to: str = ""
    default: object = ""


@dataclass(frozen=True)
class Links(Field):
    """Keys of records in another section."""

    to: str = ""
    default: object = field(default_factory=list)


@dataclass(frozen=True)
class Group(Field):
    """A small table inside a record."""

    fields: tuple[Field, ...] = ()
    default: object = field(default_factory=dict)


@dataclass(frozen=True)
class Rows(Field):
    """A list of small tables inside a record; `key` names what tells them apart.

    With `prose`, their longer texts lie in Markdown, in the folder named as the file:
    `# key heading`, then `## word` for each text. `prose` says which fact a word begins
    ("" is the text right under the heading), `heading` which fact the heading is.
    """

    fields: tuple[Field, ...] = ()
    key: str = ""
    prose: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    default: object = field(default_factory=list)
