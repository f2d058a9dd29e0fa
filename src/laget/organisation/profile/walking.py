"""Going through the facts of a record, however deep they lie."""

from collections.abc import Iterator, Sequence
from typing import Any

from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.fields import Field, Group, Rows


def walk(
    fields: Sequence[Field], facts: Facts, path: str = ""
) -> Iterator[tuple[str, Field, Any]]:
    """Path, field and fact of everything that is no table of its own."""
    for field in fields:
        fact, at = facts.get(field.name), path + field.name
        if isinstance(field, Group):
            if fact:
                yield from walk(field.fields, fact, f"{at}.")
        elif isinstance(field, Rows):
            for number, row in enumerate(fact or []):
                yield from walk(field.fields, row, f"{at}.{number}.")
        else:
            yield at, field, fact
