"""The preventive plan as anyone may read it, and the law library it leans on."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from laget.guide.text import Block, blocks
from laget.organisation.models import Municipality, Provision
from laget.plans.models import Plan
from laget.plans.profile_sections import CONTENTS, STATES
from laget.public.front_door import links
from laget.public.laws import Cited, Library
from laget.public.places import of_place, show
from laget.web.page import PageRequest

ASKED_FOR = {"goals", "responsibility", "organisation", "cooperation"}
COLORS = {
    "started": "info",
    "running": "info",
    "done": "success",
    "stopped": "warning",
}


@dataclass(frozen=True)
class Chapter:
    """A chapter, with its place on the page."""

    anchor: str
    title: str
    blocks: list[Block]


@dataclass(frozen=True)
class Content:
    """What some chapters are about, and whether the law asks each plan for it."""

    name: str
    is_asked_for: bool
    chapters: list[Chapter]


@dataclass(frozen=True)
class Measure:
    """What shall be done, by whom and when, and how far it has come."""

    facts: dict[str, Any]
    state: str
    color: str


@dataclass(frozen=True)
class Goal:
    """A goal, with the measures that serve it."""

    facts: dict[str, Any]
    measures: list[Measure]


@dataclass(frozen=True)
class Replaced:
    """What the plan cites, and what applies now."""

    cites: str
    now: Cited


@require_safe
@of_place
def plan(
    request: PageRequest, municipality: Municipality, plan_id: object = None
) -> HttpResponse:
    """The plan the council adopted; where several apply, each has its page."""
    plans = list(Plan.objects.of(municipality))
    shown = [each for each in plans if plan_id in (None, each.pk)]
    if plan_id and not shown:
        raise Http404
    context: dict[str, object] = {"plans": plans, "links": links(municipality, "plan")}
    if shown:
        context |= _told(shown[0])
    return show(request, municipality, "public/plan.html", context)


def _told(plan: Plan) -> dict[str, object]:
    library = Library([*plan.law, *(row["now"] for row in plan.superseded)])
    rest = {goal["key"] for goal in plan.goals}
    loose = [_measure(row) for row in plan.measures if row["goal"] not in rest]
    return {
        "plan": plan,
        "contents": _contents(plan),
        "goals": _goals(plan),
        "loose": loose,
        "laws": library.cited(plan.law),
        "replaced": [
            Replaced(row["cites"], library.one(row["now"])) for row in plan.superseded
        ],
    }


def _contents(plan: Plan) -> list[Content]:
    """The chapters under what they are about, in the plan's own order."""
    chapters = [
        (row["content"], Chapter(f"chapter-{nr}", row["title"], blocks(row["text"])))
        for nr, row in enumerate(plan.chapters, 1)
    ]
    found = [
        Content(
            str(words), code in ASKED_FOR, [c for kind, c in chapters if kind == code]
        )
        for code, words in CONTENTS
    ]
    return [content for content in found if content.chapters]


def _goals(plan: Plan) -> list[tuple[str, list[Goal]]]:
    """The goals by focus area, each with what is to be done about it."""
    goals = [
        Goal(row, [_measure(m) for m in plan.measures if m["goal"] == row["key"]])
        for row in plan.goals
    ]
    areas = dict.fromkeys(goal.facts["area"] for goal in goals)
    return [(area, [g for g in goals if g.facts["area"] == area]) for area in areas]


def _measure(facts: dict[str, Any]) -> Measure:
    state = facts["state"]
    color = COLORS.get(state, "neutral")
    return Measure(facts, str(dict(STATES).get(state, "")), color)


@require_safe
@of_place
def law(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """Provisions as our overview has them, by act, each with its standing."""
    found = list(Provision.objects.order_by("act", "section", "version"))
    names = {each.key: str(each) for each in found}
    acts = [
        (act, [(each, names.get(each.replaced_by, "")) for each in rows])
        for act, rows in groupby(found, key=lambda each: each.act)
    ]
    return show(request, municipality, "public/law.html", {"acts": acts})
