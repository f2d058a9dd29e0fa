"""What a download's `data.json` looks like, for a machine: a JSON Schema."""

import json
from typing import Any

from django.utils import translation

from laget.family.data import fields
from laget.family.data.labels import COLUMNS, KINDS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TYPES = {
    "BooleanField": "boolean",
    "PositiveIntegerField": "integer",
    "PositiveSmallIntegerField": "integer",
    "JSONField": "object",
    "ArrayField": "array",
}
FORMATS = {"DateField": "date", "DateTimeField": "date-time"}
VISIT = (
    "day",
    "first",
    "last",
    "who",
    "works",
    "why",
    "looked_at",
    "wrote",
    "searched",
)


def schema() -> dict[str, Any]:
    """Made from the models, and kept in docs/my-data.schema.json: a change is seen."""
    with translation.override("en"):
        kinds = {fields.noun(m): _kind(m) for m in fields.handed_out()}
    return {
        "$schema": DRAFT,
        "title": "Laget: my data",
        "description": "All that one person in a family may see about a child.",
        "type": "object",
        "properties": {
            "version": {"const": fields.VERSION},
            "at": {"type": "string", "format": "date-time"},
            "records": {"type": "object", "properties": kinds},
            "visits": {
                "type": "array",
                "items": {"type": "object", "properties": dict.fromkeys(VISIT, {})},
            },
        },
        "required": ["version", "at", "records", "visits"],
    }


def written() -> str:
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _kind(model: Any) -> dict[str, Any]:
    told = {column.name: _column(column) for column in fields.columns(model)}
    if fields.noun(model) == "filled":
        told |= {"title": {"type": "string"}, "sections": {"type": "array"}}
    return {
        "title": str(KINDS[fields.noun(model)]),
        "type": "array",
        "items": {"type": "object", "properties": told},
    }


def _column(column: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"type": TYPES.get(column.get_internal_type(), "string")}
    if column.get_internal_type() in FORMATS:
        told["format"] = FORMATS[column.get_internal_type()]
    if column.primary_key or fields.is_key(column) and column.name != "guardian":
        told["format"] = "uuid"
    if column.name in COLUMNS:
        told["title"] = str(COLUMNS[column.name])
    return told
