"""How questions that hold more than one thing look in a page, and are read again."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from laget.forms.kinds import MOST_ROWS, SAID_OF_A_SERVICE
from laget.web.fields import ScaleRadios

Columns = Mapping[str, Any]
Row = dict[str, str]
LONG = {"goal", "measure"}


class Several(forms.Widget):
    """Several inputs under one question: a fieldset, whose question is its legend."""

    use_fieldset = True

    def id_for_label(self, id_: str | None, index: str | None = None) -> str:
        return ""

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(key.startswith(f"{name}-") for key in data)


class PersonInput(Several):
    """Name, role and telephone of one person."""

    template_name = "staff/forms/parts/person.html"

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self.columns = columns

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["cells"] = _cells(self.columns, name, value or {})
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Row:
        return {key: data.get(f"{name}-{key}", "") for key in self.columns}


class RowsInput(Several):
    """Rows with the same columns, and room for one more; `more` gives room for two."""

    template_name = "staff/forms/parts/rows.html"

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self.columns = columns
        self.more = 0

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = [*(value or []), *[{}] * (1 + self.more)][:MOST_ROWS]
        context["rows"] = [
            _cells(self.columns, f"{name}-{n}", row) for n, row in enumerate(rows)
        ]
        context["blank"] = _cells(self.columns, f"{name}-__n__", {})
        context["most"] = MOST_ROWS
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Row]:
        """Rows that were left empty are no rows."""
        rows = [
            {key: data.get(f"{name}-{n}-{key}", "") for key in self.columns}
            for n in range(MOST_ROWS)
        ]
        return [row for row in rows if any(text.strip() for text in row.values())]


class ServicesInput(Several):
    """Each service: yes, a dash, or not answered; and what the yes is limited to."""

    template_name = "staff/forms/parts/services.html"

    def __init__(self, services: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.services = services

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        known = {row["key"]: row for row in value or []}
        context["services"] = [
            {
                "name": f"{name}-{key}",
                "id": f"id_{name}_{n}",
                "text": text,
                "said": known.get(key, {}).get("said", ""),
                "limit": known.get(key, {}).get("limit", ""),
            }
            for n, (key, text) in enumerate(self.services)
        ]
        context["answers"] = [(k, str(v)) for k, v in SAID_OF_A_SERVICE.items()]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Row]:
        """By the service's key: what was said never moves to another service."""
        rows = [
            {
                "key": key,
                "text": text,
                "said": data.get(f"{name}-{key}-said", ""),
                "limit": data.get(f"{name}-{key}-limit", ""),
            }
            for key, text in self.services
        ]
        return [row for row in rows if row["said"] or row["limit"].strip()]


class EndsRadios(ScaleRadios):
    """A row of places between two ends that are said in words."""

    template_name = "staff/forms/parts/scale.html"


def _cells(columns: Columns, name: str, row: Mapping[str, str]) -> list[Any]:
    return [
        {
            "name": f"{name}-{key}",
            "id": f"id_{name}-{key}",
            "label": label,
            "value": row.get(key, ""),
            "is_long": key in LONG,
            "kind": key,
        }
        for key, label in columns.items()
    ]
