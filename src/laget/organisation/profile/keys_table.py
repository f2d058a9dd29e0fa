"""Every key of a profile as a table, for docs/profiles.md: made, not written."""

from collections.abc import Iterator, Sequence

from laget.organisation.profile.declaring import SECTIONS, Section, Shape
from laget.organisation.profile.facts import default
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Day,
    Field,
    Group,
    Link,
    Links,
    Number,
    Rows,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.saying import known_words

BEGIN = "<!-- keys: made by ./laget profile schema, do not edit by hand -->"
END = "<!-- end of keys -->"


def with_table(document: str) -> str:
    """The page with its table as it should be. Raises ValueError without a place."""
    before, begin, rest = document.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("docs/profiles.md has no place for the table of keys.")
    return f"{before}{BEGIN}\n\n{table()}\n{END}{after}"


def table() -> str:
    return "\n".join(line for section in SECTIONS.values() for line in _of(section))


def _of(section: Section) -> Iterator[str]:
    yield f"### {_file(section)}: {str(section.title).lower()}"
    yield ""
    yield f"{section.about}"
    yield ""
    yield "| key | | what | may be |"
    yield "| --- | --- | --- | --- |"
    yield from _rows(section.fields, "")
    yield ""


def _file(section: Section) -> str:
    many = f" `[[{section.name}]]`" if section.shape is Shape.LIST else ""
    return f"`{section.file}`{many}"


def _rows(fields: Sequence[Field], under: str) -> Iterator[str]:
    for field in fields:
        name = f"{under}{field.name}"
        must = "must" if field.required else ""
        words = f"{field.label}. {field.help}".strip().replace("|", "/")
        yield f"| `{name}` | {must} | {words} | {_may_be(field)} |"
        if isinstance(field, (Group, Rows)):
            yield from _rows(field.fields, f"{name}.")


def _may_be(field: Field) -> str:
    usual = default(field)
    said = _kind(field)
    if usual not in (None, "", [], {}, False):
        said += f"; {str(usual).lower()} when left out"
    return said


def _kind(field: Field) -> str:
    if isinstance(field, Text):
        length = "text" if field.long else f"one line, at most {field.longest}"
        return length + (", or one for each language" if field.spoken else "")
    if isinstance(field, Number):
        return f"{field.least} to {field.most}"
    if isinstance(field, Choice):
        return "one of " + ", ".join(f"`{w}`" for w in known_words(field.known))
    if isinstance(field, Choices):
        return "a list of " + ", ".join(f"`{w}`" for w in known_words(field.known))
    if isinstance(field, (Link, Links)):
        many = "keys of" if isinstance(field, Links) else "the key of a record in"
        return f"{many} `{field.to}`"
    for kind, words in KINDS:
        if isinstance(field, kind):
            return words
    return ""


KINDS: tuple[tuple[type[Field], str], ...] = (
    (Yes, "`true` or `false`"),
    (Day, "a date"),
    (Texts, "a list of lines"),
    (Group, "a table"),
    (Rows, "rows"),
)
