"""Three say what a record is: the folder, what was loaded before, and what is here.

What was edited in the browser is never lost unasked: it stays when the folder has not
changed, and it is said when both have.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from laget.kernel import clock
from laget.organisation.models import Profile, ProfileItem, ProfileVersion
from laget.organisation.profile.declaring import SECTIONS, Facts, Item, Shape
from laget.organisation.profile.facts import filled
from laget.organisation.profile.layers import Layer
from laget.organisation.profile.rows import BATCH


class How(Enum):
    """What loading does with a record."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    SAME = "same"
    EDITED = "edited here, and stays"
    BOTH = "changed here and in the folder; what is here stays"
    TAKEN = "changed here and in the folder; the folder's is taken"
    GONE = "no longer in the folder, and stays"


@dataclass(frozen=True)
class Change:
    """One record; `differs` are the keys that the folder and the database differ in."""

    how: How
    profile: str
    section: str
    key: str
    differs: tuple[str, ...] = ()
    before: Facts | None = None
    after: Facts | None = None


@dataclass
class Merged:
    """What is to be written of one profile."""

    new: list[ProfileItem] = field(default_factory=list)
    changed: list[ProfileItem] = field(default_factory=list)
    versions: list[ProfileVersion] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def merge(profile: Profile, layer: Layer, *, take_folder: bool) -> list[Change]:
    """Make the profile's records agree with its folder, as far as that may be."""
    rows = {(row.section, row.key): row for row in profile.items.all()}
    merged, left = Merged(), dict(rows)
    for position, item in enumerate(layer.items.values()):
        row = _row_of(item, rows, left)
        if row is None:
            _add(merged, profile, item, position)
        else:
            left.pop((row.section, row.key), None)
            _meet(merged, row, item, position, take_folder=take_folder)
    merged.changes += _gone(profile, left.values())
    _save(merged)
    return merged.changes


def _row_of(
    item: Item,
    rows: Mapping[tuple[str, str], ProfileItem],
    left: Mapping[tuple[str, str], ProfileItem],
) -> ProfileItem | None:
    """By its key, by what it was called before, or as the only one of its section."""
    found = rows.get((item.section, item.key))
    if found is None and item.facts.get("was"):
        found = left.get((item.section, item.facts["was"]))
    if found is None and SECTIONS[item.section].shape is Shape.SINGLE:
        found = next(
            (row for row in left.values() if row.section == item.section), None
        )
    return found


def _add(merged: Merged, profile: Profile, item: Item, position: int) -> None:
    row = ProfileItem(
        profile=profile,
        section=item.section,
        key=item.key,
        position=position,
        facts=item.facts,
        as_loaded=item.facts,
    )
    merged.new.append(row)
    merged.versions.append(_version(row))
    merged.changes.append(Change(How.ADDED, profile.name, item.section, item.key))


def _meet(
    merged: Merged, row: ProfileItem, item: Item, position: int, *, take_folder: bool
) -> None:
    fields = SECTIONS[item.section].fields
    here = None if row.facts is None else filled(fields, row.facts)
    base = None if row.as_loaded is None else filled(fields, row.as_loaded)
    how = _how(here, base, item.facts, take_folder=take_folder)
    renamed = row.key != item.key and how is not How.BOTH and how is not How.EDITED
    if how is How.SAME and renamed:
        how = How.RENAMED
    differs = () if how is How.SAME else different(here, item.facts)
    merged.changes.append(
        Change(how, item.layer, item.section, item.key, differs, here, item.facts)
    )
    _apply(merged, row, item, position, how)


def _how(here: Any, base: Any, there: Any, *, take_folder: bool) -> How:
    if here == there:
        return How.SAME
    if here == base:
        return How.CHANGED
    if there == base:
        return How.EDITED
    return How.TAKEN if take_folder else How.BOTH


def _apply(
    merged: Merged, row: ProfileItem, item: Item, position: int, how: How
) -> None:
    before = (row.key, row.position, row.facts, row.as_loaded)
    row.position = position
    if how in (How.SAME, How.CHANGED, How.TAKEN, How.RENAMED):
        row.key, row.facts, row.as_loaded = item.key, item.facts, item.facts
    if how in (How.CHANGED, How.TAKEN):
        row.version += 1
        merged.versions.append(_version(row))
    if (row.key, row.position, row.facts, row.as_loaded) != before:
        merged.changed.append(row)


def _version(row: ProfileItem) -> ProfileVersion:
    return ProfileVersion(
        item=row, version=row.version, facts=row.facts, how="loaded", at=clock.now()
    )


def _gone(profile: Profile, left: Iterable[ProfileItem]) -> list[Change]:
    """What was loaded once. What was made here was never in the folder."""
    return [
        Change(How.GONE, profile.name, row.section, row.key)
        for row in left
        if row.as_loaded is not None and row.section in SECTIONS
    ]


def _save(merged: Merged) -> None:
    names = ("key", "position", "facts", "as_loaded", "version")
    ProfileItem.objects.bulk_create(merged.new, BATCH)
    if merged.changed:
        ProfileItem.objects.bulk_update(merged.changed, names, BATCH)
    ProfileVersion.objects.bulk_create(merged.versions, BATCH)


def different(before: Facts | None, after: Facts | None) -> tuple[str, ...]:
    """The keys that are not the same, in the order they are declared."""
    first, then = before or {}, after or {}
    names: Sequence[str] = list(dict.fromkeys([*then, *first]))
    return tuple(name for name in names if first.get(name) != then.get(name))
