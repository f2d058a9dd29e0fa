"""Making the database say what a profile says: adds and updates, never deletes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.db.models import Q

from laget.kernel import clock
from laget.organisation.models import Municipality, Profile
from laget.organisation.profile.checking import check_folders, check_whole
from laget.organisation.profile.declaring import Item, Whole, in_order
from laget.organisation.profile.layers import Layer
from laget.organisation.profile.merging import Change, How, merge
from laget.organisation.profile.reading import ProfileError, Reader
from laget.organisation.profile.stored import stored_layers, whole_of
from laget.organisation.profile.surroundings import (
    folders_in,
    known_places,
    places_in,
)
from laget.organisation.profile.writing import outside, write_municipality


@dataclass
class Loaded:
    """What loading did, or would do."""

    municipalities: list[Municipality] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def load_folders(
    folders: Sequence[Path], *, take_folder: bool = False, dry_run: bool = False
) -> Loaded:
    """Load all the folders or none, each with all it builds on.

    Everyone who builds on a common part that is loaded is written anew. Raises
    ProfileError when anything is wrong; then nothing has been changed.
    """
    reader = Reader()
    known = dict(Municipality.objects.values_list("name", "number"))
    found = check_folders(folders, reader, known)
    refuse([fault for fault in found if not fault.is_warning])
    layers = _layers(list(folders_in(folders)), reader)
    with transaction.atomic():
        loaded = _load(layers, take_folder=take_folder)
        if dry_run:
            transaction.set_rollback(True)
    return loaded


def refuse(faults: Sequence[object]) -> None:
    if faults:
        raise ProfileError(faults)  # type: ignore[arg-type]


def _layers(folders: Sequence[Path], reader: Reader) -> list[Layer]:
    """Each once, common parts before those who build on them."""
    found = {layer.name: layer for folder in folders for layer in reader.layers(folder)}
    return sorted(found.values(), key=lambda layer: not layer.is_common)


def _load(layers: Sequence[Layer], *, take_folder: bool) -> Loaded:
    loaded = Loaded()
    for layer in layers:
        profile = _profile(layer)
        loaded.changes += merge(profile, layer, take_folder=take_folder)
    profiles, stored = _concerned(layers)
    _share([stored[layer.name] for layer in layers])
    wholes = [whole_of(profile, stored) for profile in profiles]
    for profile, whole in zip(profiles, wholes, strict=True):
        loaded.municipalities.append(_municipality(profile, whole))
    _name_hosts(layers)
    if any(change.how in (How.EDITED, How.BOTH) for change in loaded.changes):
        _check(profiles, stored)
    _write(loaded.municipalities, wholes)
    return loaded


def _profile(layer: Layer) -> Profile:
    """By the folder's name, or that of a municipality whose folder was renamed."""
    found = Profile.objects.filter(name=layer.name).first()
    if found is None and not layer.is_common and layer.head:
        number = layer.head.facts["number"]
        found = Profile.objects.filter(municipality__number=number).first()
    profile = found or Profile(name=layer.name)
    profile.name, profile.loaded_at = layer.name, clock.now()
    profile.save()
    return profile


def _concerned(layers: Sequence[Layer]) -> tuple[list[Profile], dict[str, Layer]]:
    """The municipalities to be written, and what the database now says of all."""
    names = [layer.name for layer in layers]
    own = [layer.name for layer in layers if not layer.is_common]
    builders = Q(name__in=own)
    for name in names:
        builders |= Q(builds_on__contains=name, municipality__isnull=False)
    profiles = list(Profile.objects.filter(builders).order_by("name"))
    everyone = {*names, *(profile.name for profile in profiles)}
    stored = stored_layers(everyone)
    profiles = [profile for profile in profiles if stored[profile.name].head]
    for profile in profiles:
        profile.builds_on = stored[profile.name].builds_on
    below = {name for profile in profiles for name in profile.builds_on}
    return profiles, stored | stored_layers(below - everyone)


def _municipality(profile: Profile, whole: Whole) -> Municipality:
    assert whole.municipality
    municipality = write_municipality(whole.name, whole.municipality.facts)
    profile.municipality = municipality
    profile.save(update_fields=["municipality", "builds_on"])
    return municipality


def _share(layers: Sequence[Layer]) -> None:
    """What all municipalities read; a common part's word goes before another's."""
    for section in in_order():
        if section.share:
            items: dict[str, Item] = {}
            for layer in layers:
                for item in layer.of(section.name):
                    items.setdefault(item.key, item)
            if items:
                section.share(list(items.values()))


def _name_hosts(layers: Sequence[Layer]) -> None:
    """A host beside these that is not loaded yet is named, so that it can be host."""
    hosts = {item.facts["host"] for layer in layers for item in layer.of("services")}
    beside = {layer.folder.parent for layer in layers if layer.folder}
    for folder in beside:
        for name, number in known_places(places_in(folder)).items():
            if name in hosts:
                outside(name, number)


def _check(profiles: Sequence[Profile], stored: dict[str, Layer]) -> None:
    """The folders and what was edited here must also be right together."""
    wholes = [whole_of(profile, stored) for profile in profiles]
    faults = [fault for whole in wholes for fault in check_whole(whole)]
    refuse([fault for fault in faults if not fault.is_warning])


def _write(municipalities: Sequence[Municipality], wholes: Sequence[Whole]) -> None:
    """Section by section, so that a service is there before all who name it."""
    for section in in_order():
        if section.write and section.name != "municipality":
            for municipality, whole in zip(municipalities, wholes, strict=True):
                section.write(municipality, list(whole.all(section.name)))
