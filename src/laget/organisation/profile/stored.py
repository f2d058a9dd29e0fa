"""What the database says of a profile, edits included: read like a folder is."""

from collections.abc import Iterable

from laget.organisation.models import Municipality, Profile, ProfileItem
from laget.organisation.profile.declaring import (
    SECTIONS,
    Item,
    Section,
    Shape,
    Where,
    Whole,
)
from laget.organisation.profile.facts import filled
from laget.organisation.profile.layers import HEADS, Layer
from laget.organisation.profile.reading import compose


def stored_layers(names: Iterable[str]) -> dict[str, Layer]:
    """What is published in each, in the order of its folder."""
    layers = {name: Layer(name) for name in names}
    rows = ProfileItem.objects.filter(profile__name__in=layers, facts__isnull=False)
    for row in rows.select_related("profile").order_by("position", "key"):
        if row.section in SECTIONS:
            layer = layers[row.profile.name]
            item = stored_item(row, layer.name)
            layer.items[item.section, item.key] = item
            if item.section in HEADS:
                layer.head = item
    return layers


def stored_item(row: ProfileItem, layer: str) -> Item:
    section = SECTIONS[row.section]
    facts = filled(section.fields, row.facts)
    where = Where(f"{layer}/{file_of(section, row.key)}")
    return Item(section.name, row.key, facts, where, layer)


def file_of(section: Section, key: str) -> str:
    one_each = section.shape is Shape.FILES
    return section.file.replace("*", key) if one_each else section.file


def stored_whole(profile: Profile) -> Whole:
    """A municipality with all it builds on, as everyone reads it now."""
    layers = stored_layers([*profile.builds_on, profile.name])
    return whole_of(profile, layers)


def whole_of(profile: Profile, layers: dict[str, Layer]) -> Whole:
    below = [layers[name] for name in profile.builds_on if name in layers]
    whole = compose(profile.name, [*below, layers[profile.name]])
    places = dict(Municipality.objects.values_list("name", "number"))
    return Whole(whole.name, whole.items, places=places)
