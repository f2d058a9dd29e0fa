"""One row a natural key: the only way a profile writes in the database."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models
from django.db.models import QuerySet

Row = TypeVar("Row", bound=models.Model)
BATCH = 500


def same(model: type[Row], key: dict[str, object], **facts: object) -> Row:
    """The row with this natural key, made if it is new and changed if it differs."""
    row = model._default_manager.filter(**key).first()
    if row is None:
        return model._default_manager.create(**key, **facts)
    changed = _apply(row, _columns(model, facts))
    if changed:
        row.save(update_fields=changed)
    return row


def same_all(
    among: "QuerySet[Row]",
    key: Sequence[str],
    rows: Iterable[Mapping[str, Any]],
    was: Mapping[str, str] | None = None,
) -> list[Row]:
    """The same for many rows at once, in their order: three statements, however many.

    `among` are the rows that may be meant; `key` names what tells them apart, and `was`
    says what the last part of a key was called before.
    """
    model = among.model
    names = [_field(model, name).attname for name in key]
    there = {_key(vars(row), names): row for row in among}
    found: list[Row] = []
    new: list[Row] = []
    changed: dict[Any, tuple[Row, list[str]]] = {}
    for facts in rows:
        columns = _columns(model, facts)
        row = there.get(_key(columns, names)) or _renamed(there, columns, names, was)
        if row is None:
            row = model(**columns)
            new.append(row)
        elif (differs := _apply(row, columns)) and row._state.db:
            changed[row.pk] = (row, differs)
        there[_key(columns, names)] = row
        found.append(row)
    model._default_manager.bulk_create(new, BATCH)
    _update(model, changed.values())
    return found


def _renamed(
    there: Mapping[Any, Row],
    columns: Mapping[str, Any],
    names: Sequence[str],
    was: Mapping[str, str] | None,
) -> Row | None:
    key = _key(columns, names)
    before = (was or {}).get(str(key[-1]))
    return there.get((*key[:-1], before)) if before else None


def _update(model: type[Row], changed: Iterable[tuple[Row, list[str]]]) -> None:
    pairs = list(changed)
    columns = sorted({name for _row, differs in pairs for name in differs})
    if pairs:
        model._default_manager.bulk_update([row for row, _ in pairs], columns, BATCH)


def _columns(model: type[models.Model], facts: Mapping[str, Any]) -> dict[str, Any]:
    """As the row itself holds them: dates as dates, another row by its key."""
    columns: dict[str, Any] = {}
    for name, value in facts.items():
        field = _field(model, name)
        value = value.pk if isinstance(value, models.Model) else value
        columns[field.attname] = field.to_python(value)
    return columns


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)


def _key(columns: Mapping[str, Any], names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(columns[name] for name in names)


def _apply(row: models.Model, columns: Mapping[str, Any]) -> list[str]:
    """Give the row these values; which of them were others."""
    changed = [name for name, value in columns.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, columns[name])
    return changed
