"""Where each programme lies in the fan: its ring by tier, its place by age.

The rings go from a few, nearest the child, to everyone, outermost. Around the arc
childhood goes from left to right; what is for nearly all ages lies last.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import radians

from django.utils.translation import gettext_lazy as _

from laget.catalogue.models import Programme, Tier
from laget.public.ages import UNBORN

MOST = 90  # blades with a name each; more are drawn as groups
WIDEST, NARROWEST, LEAST_SECTOR = 17.0, 23.0, 19.0  # degrees, units, degrees
GAP = 0.45  # degrees between blades


@dataclass(frozen=True)
class Ring:
    tier: str
    inner: float
    outer: float

    @property
    def middle(self) -> float:
        return (self.inner + self.outer) / 2


@dataclass(frozen=True)
class Sector:
    """A part of childhood; the last holds what is for most of it."""

    name: object
    first: int
    last: int


RINGS = (
    Ring(Tier.RED, 108, 262),
    Ring(Tier.YELLOW, 269, 421),
    Ring(Tier.GREEN, 428, 592),
)
SECTORS = (
    Sector(_("Pregnancy and baby"), UNBORN, 1),
    Sector(_("Kindergarten age"), 2, 5),
    Sector(_("School age"), 6, 12),
    Sector(_("Youth"), 13, 18),
    Sector(_("Many ages"), 0, UNBORN),
)
MANY = len(SECTORS) - 1


@dataclass(frozen=True)
class Blade:
    """A programme on one tier, with its angles in the fan."""

    programme: Programme
    ring: Ring
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def width(self) -> float:
        """How wide it is half-way out, in the picture's units."""
        return radians(self.end - self.start) * self.ring.middle


@dataclass(frozen=True)
class Fan:
    blades: list[Blade]
    edges: list[float]  # where each sector begins, and where the last ends


def sector_of(programme: Programme) -> int:
    """The part of childhood that holds at least half of its years, or the last."""
    first, last = programme.age_from, min(programme.age_to, 18)
    last = max(first, last)
    years = [
        max(0, min(last, sector.last) - max(first, sector.first) + 1)
        for sector in SECTORS[:MANY]
    ]
    most = max(years)
    if not most:
        return MANY - 1  # for those who are grown up
    return years.index(most) if 2 * most >= last - first + 1 else MANY


def spread(programmes: Iterable[Programme]) -> Fan | None:
    """Every programme in its place; None if there are too many to name each."""
    cells = _cells(programmes)
    if sum(len(cell) for cell in cells.values()) > MOST:
        return None
    edges = _edges(cells)
    blades = [
        blade
        for (sector, ring), found in cells.items()
        for blade in _in_cell(found, RINGS[ring], edges[sector], edges[sector + 1])
    ]
    return Fan(blades, edges)


def _cells(programmes: Iterable[Programme]) -> dict[tuple[int, int], list[Programme]]:
    cells: dict[tuple[int, int], list[Programme]] = {}
    rings = {ring.tier: nr for nr, ring in enumerate(RINGS)}
    for programme in sorted(programmes, key=lambda p: (p.age_from, p.age_to, p.name)):
        for tier in programme.tiers:
            if tier in rings:
                place = sector_of(programme), rings[tier]
                cells.setdefault(place, []).append(programme)
    return dict(sorted(cells.items()))


def _edges(cells: dict[tuple[int, int], list[Programme]]) -> list[float]:
    """Give each sector room for its fullest ring; what is left over is shared."""
    needs = [LEAST_SECTOR] * len(SECTORS)
    for (sector, ring), found in cells.items():
        room = len(found) * NARROWEST / radians(1) / RINGS[ring].middle
        needs[sector] = max(needs[sector], room)
    scale = 180 / sum(needs)
    edges = [0.0]
    for need in needs:
        edges.append(edges[-1] + need * scale)
    return edges


def _in_cell(
    programmes: Sequence[Programme], ring: Ring, start: float, end: float
) -> Iterator[Blade]:
    """Side by side in the middle of their cell, none wider than it needs to be."""
    width = min(WIDEST, (end - start - GAP) / len(programmes))
    at = (start + end - width * len(programmes)) / 2
    for nr, programme in enumerate(programmes):
        left = at + nr * width
        yield Blade(programme, ring, left + GAP / 2, left + width - GAP / 2)
