"""The whole action guide, to read and to print."""

from dataclasses import dataclass

from django.http import HttpResponse

from laget.access import door, work
from laget.guide.models import Level, Step, Way
from laget.organisation.models import Municipality
from laget.staff.worry.guidance import Guidance
from laget.staff.worry.workplaces import workplaces
from laget.web.page import PageRequest, page


@dataclass(frozen=True)
class Chapter:
    """One level, and its steps with where each may lead."""

    level: Level
    steps: list[tuple[Step, list[Way]]]


@door.own(work.WORRY)
def guide(request: PageRequest) -> HttpResponse:
    """The guide of where one works; for a shared office, of the one asked for."""
    served = {str(w.municipality.pk): w.municipality for w in workplaces(request.user)}
    first = next(iter(served))
    chosen = served.get(request.GET.get("municipality", first), served[first])
    guidance = Guidance.of(chosen)
    told = {
        "guidance": guidance,
        "chapters": _chapters(guidance, chosen),
        "others": [each for each in served.values() if each != chosen],
    }
    return page(request, "staff/worry/guide.html", told)


def _chapters(guidance: Guidance, municipality: Municipality) -> list[Chapter]:
    return [
        Chapter(
            level,
            [(s, guidance.ways(s)) for s in guidance.steps if s.level == level.level],
        )
        for level in Level.objects.of(municipality)
    ]
