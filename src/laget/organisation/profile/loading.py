"""Making the database say what a profile says: adds and updates, never deletes."""

from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Whole, in_order
from laget.organisation.profile.reading import read_profile
from laget.organisation.profile.writing import write_municipality


@transaction.atomic
def load_folders(folders: Sequence[Path]) -> list[Municipality]:
    """Load all the folders or none, each with all it builds on.

    Municipalities come before services, so that a service may name any of them.
    Raises ProfileError when a file is wrong; then nothing has been changed.
    """
    wholes = [read_profile(folder) for folder in folders]
    for whole in wholes:
        _share(whole)
    places = [whole for whole in wholes if whole.municipality]
    loaded = [write_municipality(whole) for whole in places]
    for section in in_order():
        if section.write:
            for whole, municipality in zip(places, loaded, strict=True):
                section.write(municipality, list(whole.all(section.name)))
    return loaded


def _share(whole: Whole) -> None:
    for section in in_order():
        if section.share:
            section.share(list(whole.all(section.name)))
