"""How families found it, where the leader's units are: the same figures as all see."""

from collections.abc import Iterable
from dataclasses import dataclass

from laget.organisation.models import Municipality, Unit
from laget.voices.figures import Year, experience_in


@dataclass(frozen=True)
class Place:
    place: Municipality
    years: list[Year]


def experience_where(units: Iterable[Unit]) -> list[Place]:
    """For each municipality once. One query, with the units' municipality read."""
    found = {unit.municipality for unit in units if unit.municipality}
    years = experience_in(place.pk for place in found)
    return [Place(place, years[place.pk]) for place in found]
