"""The files of a profile described for editors, as JSON Schema: made, not written."""

from collections.abc import Iterator, Sequence
from typing import Any

from laget.organisation.profile.declaring import SECTIONS, Section, Shape
from laget.organisation.profile.exporting import schema_name
from laget.organisation.profile.facts import SPOKEN
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Day,
    Field,
    Group,
    Links,
    Number,
    Rows,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.saying import known_words

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """One description a file, by its name: `units` for units.toml."""
    found: dict[str, Schema] = {}
    for section in SECTIONS.values():
        name = schema_name(section.file)
        if section.shape is Shape.LIST:
            file = found.setdefault(name, _file(name))
            file["properties"][section.name] = _records(section)
        else:
            found[name] = _file(name) | _object(section.fields)
            found[name]["description"] = str(section.about)
    return found


def _file(name: str) -> Schema:
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": name,
        "type": "object",
        "properties": {},
        "additionalProperties": False,
    }


def _records(section: Section) -> Schema:
    items = _object(section.fields)
    return {"type": "array", "description": str(section.about), "items": items}


def _object(fields: Sequence[Field], elsewhere: Sequence[str] = ()) -> Schema:
    """`elsewhere` are those that may stand in Markdown instead."""
    needed = [f.name for f in fields if f.required and f.name not in elsewhere]
    made: Schema = {
        "type": "object",
        "properties": {field.name: _said(field) for field in fields},
        "additionalProperties": False,
    }
    return made | ({"required": needed} if needed else {})


def _said(field: Field) -> Schema:
    words = dict(_words(field))
    return words | _kind(field)


def _words(field: Field) -> Iterator[tuple[str, str]]:
    yield "title", str(field.label)
    if field.help:
        yield "description", str(field.help)


def _kind(field: Field) -> Schema:
    if isinstance(field, Text):
        return _text(field)
    if isinstance(field, Number):
        return {"type": "integer", "minimum": field.least, "maximum": field.most}
    if isinstance(field, Yes):
        return {"type": "boolean"}
    if isinstance(field, Day):
        return {"type": "string", "format": "date"}
    if isinstance(field, Choice):
        return {"enum": known_words(field.known)}
    if isinstance(field, Choices):
        return {"type": "array", "items": {"enum": known_words(field.known)}}
    if isinstance(field, (Texts, Links)):
        return {"type": "array", "items": {"type": "string"}}
    if isinstance(field, Group):
        return _object(field.fields)
    if isinstance(field, Rows):
        elsewhere = [field.heading, *(name for _word, name in field.prose)]
        return {"type": "array", "items": _object(field.fields, elsewhere)}
    return {"type": "string"}


def _text(field: Text) -> Schema:
    line: Schema = {"type": "string"}
    if not field.long:
        line["maxLength"] = field.longest
    if not field.spoken:
        return line
    languages = {name: dict(line) for name in SPOKEN}
    several = {
        "type": "object",
        "properties": languages,
        "additionalProperties": False,
    }
    return {"anyOf": [line, several]}
