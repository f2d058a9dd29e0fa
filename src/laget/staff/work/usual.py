"""What the municipality has decided is usual: how often one evaluates, who holds."""

from datetime import date, timedelta

from laget.children.models import Child
from laget.kernel import clock
from laget.organisation.models import Kind, Municipality

WEEKS = 6  # between evaluations, where the municipality says nothing
ARENAS = {
    Kind.KINDERGARTEN.value: "kindergarten",
    Kind.SCHOOL.value: "school",
    Kind.HEALTH.value: "health",
    Kind.CULTURE.value: "leisure",
    Kind.SPECIALIST.value: "specialist",
}


def review_on(municipality: Municipality, level: int) -> date:
    """The day on which one usually looks again at a level; a suggestion to change."""
    weeks = (municipality.rule("review_weeks") or {}).get(f"level_{level}")
    return clock.today() + timedelta(weeks=weeks or WEEKS)


def holder(child: Child) -> str:
    """Who usually holds a log about such a child, in the municipality's own words."""
    by_arena = child.municipality.rule("holder") or {}
    service = child.unit.service if child.unit else None
    arena = ARENAS.get(service.kind, "") if service else "home"
    return str(by_arena.get(arena, ""))
