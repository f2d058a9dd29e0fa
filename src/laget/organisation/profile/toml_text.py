"""Facts written as TOML that a person likes to read; what is usual is left out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tomlkit

from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.facts import default
from laget.organisation.profile.fields import Day, Field, Group, Rows, Text

WIDTH = 88


def document(fields: Sequence[Field], facts: Facts) -> str:
    """A file that is one record."""
    return _text(_table(fields, facts, ""))


def listed(name: str, fields: Sequence[Field], records: Sequence[Facts]) -> str:
    """A file, or a part of one, in which each [[name]] is a record."""
    return _text(line for facts in records for line in _row(fields, facts, name))


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _row(fields: Sequence[Field], facts: Facts, path: str) -> Iterator[str]:
    yield ""
    yield f"[[{path}]]"
    yield from _table(fields, facts, path)


def _table(fields: Sequence[Field], facts: Facts, path: str) -> Iterator[str]:
    """Its plain keys, then the tables under it, as TOML wants them."""
    below = [field for field in fields if _is_below(field, path)]
    for field in fields:
        if field not in below and is_said(field, facts):
            yield from _pair(field, facts[field.name])
    for field in below:
        name = f"{path}.{field.name}" if path else field.name
        if isinstance(field, Group) and facts.get(field.name):
            yield from ("", f"[{name}]")
            yield from _table(field.fields, facts[field.name], name)
        elif isinstance(field, Rows):
            for row in facts.get(field.name, []):
                yield from _row(field.fields, row, name)


def _is_below(field: Field, path: str) -> bool:
    """A table of its own; deep down, small ones stand on one line instead."""
    if not isinstance(field, (Group, Rows)):
        return False
    return not path or not _is_small(field)


def _is_small(field: Group | Rows) -> bool:
    return not any(
        isinstance(each, (Group, Rows)) or (isinstance(each, Text) and each.long)
        for each in field.fields
    )


def is_said(field: Field, facts: Mapping[str, Any]) -> bool:
    """Whether it must be written, or goes without saying."""
    fact = facts.get(field.name)
    if fact is None or fact == default(field):
        return False
    return field.required or fact != ""


def _pair(field: Field, fact: Any) -> Iterator[str]:
    line = f"{field.name} = {_value(field, fact)}"
    if isinstance(field, Rows):
        yield f"{field.name} = ["
        yield from (f"    {_inline(field.fields, row)}," for row in fact)
        yield "]"
    elif isinstance(fact, dict) and isinstance(field, Text) and len(line) > WIDTH:
        for language, text in fact.items():
            yield f"{field.name}.{language} = {_words(text)}"
    elif isinstance(fact, list) and len(line) > WIDTH:
        yield f"{field.name} = ["
        yield from (f"    {_words(each)}," for each in fact)
        yield "]"
    else:
        yield line


def _value(field: Field, fact: Any) -> str:
    if isinstance(field, Group):
        return _inline(field.fields, fact)
    if isinstance(field, Day):
        return str(fact)
    if isinstance(fact, dict):
        pairs = ", ".join(f"{name} = {_words(text)}" for name, text in fact.items())
        return f"{{ {pairs} }}"
    if isinstance(fact, list):
        return f"[{', '.join(_words(each) for each in fact)}]"
    return (
        _words(fact) if isinstance(fact, str) else str(tomlkit.item(fact).as_string())
    )


def _inline(fields: Sequence[Field], facts: Facts) -> str:
    said = [field for field in fields if is_said(field, facts)]
    # A table of nothing but what is usual is still a table.
    said = said or [f for f in fields if facts.get(f.name) not in (None, "", [])]
    pairs = ", ".join(f"{f.name} = {_value(f, facts[f.name])}" for f in said)
    return f"{{ {pairs} }}" if pairs else "{}"


def _words(text: object) -> str:
    if not isinstance(text, str):
        return "{}"
    if "\n" in text and not text.endswith('"'):
        written = str(tomlkit.string(text, multiline=True).as_string())
        return f'"""\n{written[3:]}'  # the first line break is not part of the text
    return str(tomlkit.string(text).as_string())
