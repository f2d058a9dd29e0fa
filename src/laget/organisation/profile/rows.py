"""One row a natural key: the only way a profile writes in the database."""

from typing import TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def same(model: type[Row], key: dict[str, object], **facts: object) -> Row:
    """The row with this natural key, made if it is new and changed if it differs."""
    row = model._default_manager.filter(**key).first()
    if row is None:
        return model._default_manager.create(**key, **facts)
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        row.save(update_fields=changed)
    return row
