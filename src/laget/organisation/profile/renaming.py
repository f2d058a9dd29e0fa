"""A record that gets a new name: those that name it follow."""

from collections.abc import Mapping, Sequence
from typing import Any

from laget.accounts.models import User
from laget.organisation.models import ProfileItem, ProfileVersion
from laget.organisation.profile.declaring import SECTIONS, Facts
from laget.organisation.profile.fields import Field, Group, Link, Links, Rows

Name = tuple[str, str, str]  # section, what it was called, what it is called now


def follow(item: ProfileItem, name: Name, *, by: User) -> set[str]:
    """Let the profile's own published records link to it; which sections did."""
    changed: set[str] = set()
    for other in item.profile.items.exclude(pk=item.pk).filter(facts__isnull=False):
        facts = linked(other.section, other.facts, name)
        if facts != other.facts:
            changed.add(other.section)
            other.facts, other.version = facts, other.version + 1
            other.save(update_fields=["facts", "version"])
            ProfileVersion.objects.create(
                item=other, version=other.version, facts=facts, by=by, how="published"
            )
    return changed


def linked(section: str, facts: Facts, name: Name) -> Facts:
    return (
        _linked(SECTIONS[section].fields, facts, name) if section in SECTIONS else facts
    )


def _linked(fields: Sequence[Field], facts: Mapping[str, Any], name: Name) -> Facts:
    known = {field.name: field for field in fields}
    return {
        key: _fact(known[key], fact, name) if key in known else fact
        for key, fact in facts.items()
    }


def _fact(field: Field, fact: Any, name: Name) -> Any:
    section, old, new = name
    if isinstance(field, Link) and field.to == section:
        return new if fact == old else fact
    if isinstance(field, Links) and field.to == section:
        return [new if each == old else each for each in fact]
    if isinstance(field, Group) and fact:
        return _linked(field.fields, fact, name)
    if isinstance(field, Rows):
        return [_linked(field.fields, row, name) for row in fact]
    return fact
