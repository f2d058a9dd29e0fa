"""Higher floors add their own part of a profile here: loading stays one thing."""

from collections.abc import Callable
from pathlib import Path

from laget.organisation.models import Municipality
from laget.organisation.profile.sections import Profile

Part = Callable[[Profile, Municipality], None]
SharedPart = Callable[[Path], None]

_parts: list[Part] = []
_shared: list[SharedPart] = []


def add_part(part: Part) -> None:
    """Call `part` whenever a municipality is loaded, after its services and units."""
    if part not in _parts:
        _parts.append(part)


def add_shared_part(part: SharedPart) -> None:
    """Call `part` with the folder of what all municipalities share."""
    if part not in _shared:
        _shared.append(part)


def load_parts(profile: Profile, municipality: Municipality) -> None:
    for part in _parts:
        part(profile, municipality)


def load_shared_parts(folder: Path) -> None:
    for part in _shared:
        part(folder)
