"""Checking profiles: every fault there is, each with its file, line and a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import (
    SECTIONS,
    Fault,
    Where,
    Whole,
)
from laget.organisation.profile.languages import unspoken
from laget.organisation.profile.layers import Layer
from laget.organisation.profile.linking import links
from laget.organisation.profile.reading import Reader
from laget.organisation.profile.surroundings import (
    Place,
    folders_in,
    known_places,
    places_in,
)


def check_folders(
    paths: Sequence[Path],
    reader: Reader | None = None,
    known: Mapping[str, str] | None = None,
) -> list[Fault]:
    """All that is wrong in these folders, faults and warnings, in the files' order.

    A common part is looked at together with everyone beside it who builds on it.
    `known` are municipalities, with their numbers, that may be named all the same.
    """
    reader = reader or Reader()
    found = dict.fromkeys(_no_folder(path) for path in paths if not path.is_dir())
    there = [path for path in paths if path.is_dir()]
    folders = list(dict.fromkeys(path.resolve() for path in folders_in(there)))
    shown = {layer.name for each in folders for layer in _looked_at(each, reader)}
    for place, places in _municipalities(folders, reader):
        found |= dict.fromkeys(_municipality(place, reader, places, known or {}))
    for folder in folders:
        found |= dict.fromkeys(reader.layer(folder).faults)
    right = [f for f in found if f.where.file.partition("/")[0] in shown or not shown]
    return sorted(right, key=lambda fault: (fault.where.file, fault.where.line))


def _looked_at(folder: Path, reader: Reader) -> list[Layer]:
    own = reader.layer(folder)
    return [own] if own.is_common else reader.layers(folder)


def _municipalities(
    folders: Sequence[Path], reader: Reader
) -> Iterator[tuple[Path, Sequence[Place]]]:
    """Those that were named, and those that build on a common part that was."""
    named = set(folders)
    for beside in dict.fromkeys(folder.parent for folder in folders):
        places = places_in(beside)
        for place in places:
            below = {beside / name for name in place.builds_on}
            common = {each for each in below & named if reader.layer(each).is_common}
            if place.folder in named or common:
                yield place.folder, places


def check_whole(whole: Whole) -> Iterator[Fault]:
    """What must hold of a municipality with all it builds on."""
    yield from links(whole)
    for section in SECTIONS.values():
        for check in section.checks:
            yield from check(whole)


def _municipality(
    folder: Path,
    reader: Reader,
    places: Sequence[Place],
    known: Mapping[str, str],
) -> Iterator[Fault]:
    layers = reader.layers(folder)
    for layer in layers:
        yield from layer.faults
    missing = list(_not_there(layers))
    yield from missing
    yield from _same_number(layers[-1], places)
    if missing or any(layer.is_broken for layer in layers):
        return  # what is not read would be said to be missing everywhere
    whole = replace(reader.whole(folder), places={**known, **known_places(places)})
    yield from unspoken(layers)
    yield from check_whole(whole)


def _not_there(layers: Sequence[Layer]) -> Iterator[Fault]:
    own, there = layers[-1], {layer.name: layer for layer in layers[:-1]}
    for number, name in enumerate(own.builds_on):
        assert own.head
        at = own.head.at(f"builds_on.{number}")
        if name not in there:
            said = _('It builds on "{name}", and there is no such folder beside it.')
            yield Fault(at, said.format(name=name))
        elif not there[name].is_common:
            said = _('It builds on "{name}", which is a municipality, no common part.')
            yield Fault(at, said.format(name=name))


def _same_number(own: Layer, places: Sequence[Place]) -> Iterator[Fault]:
    number = own.head.facts.get("number") if own.head else ""
    for place in places:
        if number and place.number == number and place.folder.name != own.name:
            assert own.head
            said = _("{name} has the same municipality number.")
            yield Fault(own.head.at("number"), said.format(name=place.name))


def _no_folder(path: Path) -> Fault:
    return Fault(Where(str(path)), _("There is no such folder."))
