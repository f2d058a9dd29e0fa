"""Where the municipality has programmes, and where nothing: for everybody at work."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from laget.access import door, work
from laget.accounts.models import User
from laget.catalogue.gaps import BANDS, Cell, Gaps, Row, counted
from laget.catalogue.gaps import gaps as find_gaps
from laget.catalogue.models import Need, Programme, Tier
from laget.organisation.models import Employment, Municipality
from laget.staff.gaps import words
from laget.web.page import PageRequest, page

SHOWN = 3  # names in a cell; the rest are counted, and one step away


@dataclass(frozen=True)
class Shown:
    """A place in a table: how many, their names, and the list of them."""

    label: str
    count: int
    names: list[str]
    more: int
    url: str


@dataclass(frozen=True)
class Line:
    name: str
    cells: list[Shown]


@dataclass(frozen=True)
class Table:
    name: str
    tier: str
    count: int
    lines: list[Line]


@door.own(work.GAPS)
def gaps(request: PageRequest) -> HttpResponse:
    """Of where one works; for a shared office, of the one asked for."""
    served = {str(each.pk): each for each in _served(request.user)}
    first = next(iter(served))
    chosen = served.get(request.GET.get("municipality", first), served[first])
    planned = request.GET.get("planned") == "yes"
    needs = list(Need.objects.areas())
    programmes = Programme.objects.of(chosen)
    found = find_gaps(counted(programmes, planned=planned), needs)
    told = {
        "municipality": chosen,
        "others": [each for each in served.values() if each != chosen],
        "planned": planned,
        "sentences": words.sentences(found, chosen),
        "bands": [words.BANDS[band.key] for band in BANDS],
        "tables": list(_tables(found, chosen)),
        "tiers": [words.tier(tier) for tier in Tier],
        "needs": _needs(found.needs, needs, chosen),
    }
    return page(request, "staff/gaps/gaps.html", told)


def _served(user: User) -> list[Municipality]:
    """Those that one's work serves: first where the office lies, then by name."""
    jobs = Employment.objects.current().filter(user=user)
    own = set(jobs.values_list("unit__municipality", flat=True))
    services = jobs.values("unit__service")
    found = Municipality.objects.in_use().filter(services__in=services).distinct()
    return sorted(found, key=lambda each: (each.pk not in own, each.name))


def _tables(found: Gaps, place: Municipality) -> Iterable[Table]:
    labels = [str(words.BANDS[band.key]) for band in BANDS]
    for layer in found.layers:
        lines = [_line(words.arena(row.key), row, labels, place) for row in layer.rows]
        yield Table(words.tier(layer.tier), layer.tier, layer.count, lines)


def _needs(
    rows: Iterable[Row], needs: Iterable[Need], place: Municipality
) -> list[Line]:
    language = get_language() or "nb"
    names = {need.code: need.words(language) for need in needs}
    labels = [words.tier(tier) for tier in Tier]
    return [_line(names[row.key], row, labels, place) for row in rows]


def _line(name: str, row: Row, labels: list[str], place: Municipality) -> Line:
    pairs = zip(row.cells, labels, strict=True)
    return Line(name, [_shown(cell, label, place) for cell, label in pairs])


def _shown(cell: Cell, label: str, place: Municipality) -> Shown:
    names = sorted(each.name for each in cell.programmes)
    more = max(0, len(names) - SHOWN)
    return Shown(label, len(names), names[:SHOWN], more, _address(cell, place))


def _address(cell: Cell, place: Municipality) -> str:
    """The public list with the same filters; empty where there is none."""
    if not cell.count or not place.slug or not cell.arena + cell.need:
        return ""
    there = reverse("programmes", args=[place.slug])
    asked = {"tier": cell.tier, "arena": cell.arena, "age": cell.band}
    asked["need"] = cell.need
    chosen = urlencode({name: value for name, value in asked.items() if value})
    return f"{there}?{chosen}"
