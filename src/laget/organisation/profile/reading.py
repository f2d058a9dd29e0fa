"""Reading a municipality: its folder and those it builds on, as one whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from laget.organisation.profile.declaring import (
    SECTIONS,
    Facts,
    Fault,
    Item,
    Whole,
)
from laget.organisation.profile.fields import Field, Group, Rows, Text
from laget.organisation.profile.layers import Layer, key_of, read_layer


class ProfileError(Exception):
    """Something in a profile is wrong; each fault says where and what to do."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = list(faults)


class Reader:
    """Reads each folder once, however many build on it."""

    def __init__(self) -> None:
        self._layers: dict[Path, Layer] = {}

    def layer(self, folder: Path) -> Layer:
        folder = folder.resolve()
        if folder not in self._layers:
            self._layers[folder] = read_layer(folder)
        return self._layers[folder]

    def layers(self, folder: Path) -> list[Layer]:
        """Those it builds on, in order, and last the folder itself."""
        own = self.layer(folder)
        below = [folder.resolve().parent / name for name in own.builds_on]
        return [*(self.layer(each) for each in below if each.is_dir()), own]

    def whole(self, folder: Path) -> Whole:
        layers = self.layers(folder)
        whole = compose(layers[-1].name, layers)
        return replace(whole, folder=folder.resolve())


def read_profile(folder: Path) -> Whole:
    """A municipality's folder with all it builds on, or a common part by itself.

    Raises ProfileError with every fault that can be seen in those folders.
    """
    reader = Reader()
    faults = [f for layer in reader.layers(folder) for f in layer.faults]
    if wrong := [fault for fault in faults if not fault.is_warning]:
        raise ProfileError(wrong)
    return reader.whole(folder)


def read_folder(folder: Path) -> Iterator[Item]:
    """The records that stand in this folder itself."""
    yield from read_layer(folder).items.values()


def compose(name: str, layers: Sequence[Layer]) -> Whole:
    """The records of all layers in the language of the last, which overrides."""
    language = layers[-1].language
    items: dict[str, dict[str, Item]] = {}
    for layer in layers:
        for item in layer.items.values():
            if item.section != "common":
                said = spoken(item, language)
                items.setdefault(item.section, {})[said.key] = said
    return Whole(name, items)


def spoken(item: Item, language: str) -> Item:
    """The record in one language; so its key is, where that is said in several."""
    section = SECTIONS[item.section]
    facts = in_language(section.fields, item.facts, language)
    return replace(item, key=key_of(section, facts) or item.key, facts=facts)


def in_language(fields: Sequence[Field], facts: Facts, language: str) -> Facts:
    return {f.name: _said(f, facts.get(f.name), language) for f in fields if facts}


def _said(field: Field, fact: Any, language: str) -> Any:
    if isinstance(field, Group):
        return in_language(field.fields, fact, language) if fact else {}
    if isinstance(field, Rows):
        return [in_language(field.fields, row, language) for row in fact]
    if isinstance(field, Text) and isinstance(fact, dict):
        return fact.get(language) or fact.get("nb") or next(iter(fact.values()), "")
    return fact
