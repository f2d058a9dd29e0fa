"""Where a municipality has something for children and families, and where nothing.

Counted from its own overview: it says nothing of any child, nor of how good a thing is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from laget.catalogue.models import Arena, Need, Programme, Sort, Status, Tier

NOT_HELP = {Sort.FORUM}  # where services meet is no offer to a family


@dataclass(frozen=True)
class Band:
    """Years of childhood, both ends included; -1 is during pregnancy."""

    key: str
    first: int
    last: int

    def holds(self, programme: Programme) -> bool:
        return programme.age_from <= self.last and programme.age_to >= self.first


BANDS = (
    Band("pregnancy", -1, -1),
    Band("0-0", 0, 0),
    Band("1-5", 1, 5),
    Band("6-12", 6, 12),
    Band("13-15", 13, 15),
    Band("16-99", 16, 99),
)


@dataclass(frozen=True)
class Cell:
    """What there is at one place, by name. `tier`, `arena`, `band`, `need`: which."""

    programmes: tuple[Programme, ...]
    tier: str
    arena: str = ""
    band: str = ""
    need: str = ""

    @property
    def count(self) -> int:
        return len(self.programmes)


@dataclass(frozen=True)
class Row:
    """One arena, or one area of needs, through all ages or tiers."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Layer:
    """One tier: its arenas down, the ages across; and how many there are in all."""

    tier: str
    count: int
    rows: tuple[Row, ...]

    @property
    def empty(self) -> int:
        return sum(not cell.count for row in self.rows for cell in row.cells)


@dataclass(frozen=True)
class Gaps:
    """The whole overview, and what is plain to see in it."""

    layers: tuple[Layer, ...]
    needs: tuple[Row, ...]
    count: int

    @property
    def least(self) -> list[str]:
        """The tiers with the fewest; none where all have the same."""
        counts = {layer.tier: layer.count for layer in self.layers}
        fewest = min(counts.values())
        found = [tier for tier, count in counts.items() if count == fewest]
        return found if len(found) < len(counts) else []

    @property
    def bare_arenas(self) -> list[str]:
        """Arenas at which there is nothing for anybody, at any age."""
        there = {r.key for la in self.layers for r in la.rows if any_in(r)}
        return [arena.value for arena in Arena if arena not in there]

    @property
    def bare_bands(self) -> list[str]:
        """Ages for which there is nothing at all."""
        there = {
            c.band for la in self.layers for r in la.rows for c in r.cells if c.count
        }
        return [band.key for band in BANDS if band.key not in there]

    @property
    def bare_needs(self) -> list[str]:
        return [row.key for row in self.needs if not any_in(row)]


def any_in(row: Row) -> bool:
    return any(cell.count for cell in row.cells)


def counted(programmes: Iterable[Programme], *, planned: bool) -> list[Programme]:
    """What can be used now; with `planned` also what is only being considered."""
    left_out = {Status.ENDED} if planned else {Status.ENDED, Status.CONSIDERED}
    return [
        each
        for each in programmes
        if each.status not in left_out and each.sort not in NOT_HELP
    ]


def gaps(programmes: Sequence[Programme], needs: Sequence[Need]) -> Gaps:
    """Every place in the overview, by tier, age and arena, and by need and tier.

    What names no arena stands in a row of its own, so that nothing is left out.
    """
    arenas = [arena.value for arena in Arena]
    if any(not each.arenas for each in programmes):
        arenas.append("")
    layers = tuple(_layer(tier, arenas, programmes) for tier in Tier)
    rows = tuple(_needed(need, programmes) for need in needs)
    return Gaps(layers, rows, len(programmes))


def _layer(tier: Tier, arenas: list[str], programmes: Sequence[Programme]) -> Layer:
    mine = [each for each in programmes if tier in each.tiers]
    rows = tuple(Row(arena, _by_age(tier, arena, mine)) for arena in arenas)
    return Layer(tier.value, len(mine), rows)


def _by_age(tier: Tier, arena: str, mine: list[Programme]) -> tuple[Cell, ...]:
    there = [e for e in mine if (arena in e.arenas if arena else not e.arenas)]
    return tuple(
        Cell(tuple(e for e in there if band.holds(e)), tier.value, arena, band.key)
        for band in BANDS
    )


def _needed(need: Need, programmes: Sequence[Programme]) -> Row:
    met = [each for each in programmes if need.code in each.need_areas]
    cells = [
        Cell(tuple(e for e in met if tier in e.tiers), tier.value, need=need.code)
        for tier in Tier
    ]
    return Row(need.code, tuple(cells))
