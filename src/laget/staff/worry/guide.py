"""The whole action guide, to read and to print; and the municipality's other guides."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpResponse

from laget.access import door, work
from laget.guide.models import Guide, Level
from laget.staff.guided.course import Course
from laget.staff.guided.shown import Shown, shown
from laget.staff.worry.guidance import Guidance
from laget.staff.worry.workplaces import Workplace, workplaces
from laget.web.page import PageRequest, page


@dataclass(frozen=True)
class Chapter:
    """One level, and its steps with where each may lead."""

    level: Level
    steps: list[Shown | None]


@door.own(work.WORRY)
def guide(request: PageRequest) -> HttpResponse:
    """The guide of where one works; for a shared office, of the one asked for."""
    served = {str(w.municipality.pk): w for w in workplaces(request.user)}
    first = next(iter(served))
    chosen = served.get(request.GET.get("municipality", first), served[first])
    here = chosen.municipality
    guides = list(Guide.objects.of(here))
    guidance, course = _of(chosen), None
    if wanted := _wanted(guides, request.GET.get("guide", "")):
        course = Course.of_guide(wanted)
    course = course or guidance.course
    told = {
        "guidance": guidance,
        "chapters": _chapters(course),
        "guide": course.guide,
        "guides": [each for each in guides if each != course.guide],
        "others": [w.municipality for w in served.values() if w.municipality != here],
    }
    return page(request, "staff/worry/guide.html", told)


def _of(place: Workplace) -> Guidance:
    return Guidance.of(place.municipality, place.employment.unit.service.kind)


def _wanted(guides: list[Guide], key: str) -> Guide | None:
    return next((each for each in guides if each.key == key), None)


def _chapters(course: Course) -> list[Chapter]:
    """The levels in the guide's own order; steps stand under their own."""
    stages: dict[Any, Level] = {step.stage_id: step.stage for step in course.steps}
    in_order = sorted(stages.values(), key=lambda level: level.position)
    steps = {
        stage: [shown(course, step) for step in its]
        for stage, its in groupby(_by_stage(course), lambda step: step.stage_id)
    }
    return [Chapter(level, steps[level.pk]) for level in in_order]


def _by_stage(course: Course) -> list[Any]:
    return sorted(course.steps, key=lambda step: (step.stage.position, step.position))
