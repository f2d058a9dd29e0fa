"""The action guides as anyone may read them: a graph, told step by step."""

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from laget.forms.models import Template
from laget.guide.deadlines import all_in_words
from laget.guide.models import Audience, Guide, Level, Step
from laget.organisation.models import Municipality
from laget.organisation.profile.services import KINDS
from laget.public.front_door import links
from laget.public.laws import Cited, Library
from laget.public.places import of_place, show
from laget.web.page import PageRequest

ORDER = ("everyone", "guardians", "young", "newcomers", "staff")


@dataclass(frozen=True)
class Onward:
    """Where a step may lead: the place on this page, its name, and when."""

    anchor: str
    name: str
    when: str


@dataclass(frozen=True)
class Told:
    """One step as it is read: everything about it in words."""

    step: Step
    anchor: str
    deadlines: list[str]
    forms: list[str]
    services: list[str]
    laws: list[Cited]
    ways: list[Onward]


@dataclass(frozen=True)
class Stage:
    """A level with its steps."""

    level: Level
    steps: list[Told] = field(default_factory=list)


@require_safe
@of_place
def guides(request: PageRequest, municipality: Municipality) -> HttpResponse:
    found = Guide.objects.of(municipality)
    words = dict(Audience.choices)
    groups = [
        (words[audience], [each for each in found if each.audience == audience])
        for audience in ORDER
    ]
    context: dict[str, object] = {
        "groups": [group for group in groups if group[1]],
        "links": links(municipality, "procedures"),
    }
    return show(request, municipality, "public/guides.html", context)


@require_safe
@of_place
def guide(request: PageRequest, municipality: Municipality, key: str) -> HttpResponse:
    """Every level and step, with links from each step to where it may lead."""
    one = get_object_or_404(Guide.objects.of(municipality), key=key)
    context: dict[str, object] = {
        "guide": one,
        "audience": dict(Audience.choices).get(one.audience, ""),
        "kinds": [str(words) for kind, words in KINDS if kind in one.kinds],
        "stages": stages(one, municipality),
    }
    return show(request, municipality, "public/guide.html", context)


def stages(guide: Guide, municipality: Municipality) -> list[Stage]:
    """The whole guide, level by level. Four or five queries, however long it is."""
    steps = list(guide.steps.order_by("position", "pk"))
    library = Library(key for step in steps for key in step.law)
    titles = _form_titles(steps, municipality)
    anchors = {step.key: f"step-{nr}" for nr, step in enumerate(steps, 1)}
    names = {step.key: str(step) for step in steps}
    told: dict[object, list[Told]] = {}
    for step in steps:
        ways = [
            Onward(anchors[way["to"]], names[way["to"]], way["when"])
            for way in step.leads_to
            if way["to"] in anchors
        ]
        said = Told(
            step,
            anchors[step.key],
            all_in_words(step.deadlines),
            [titles[key] for key in step.forms if key in titles],
            [str(words) for kind, words in KINDS if kind in step.services],
            library.cited(step.law),
            ways,
        )
        told.setdefault(step.stage_id, []).append(said)
    return [Stage(level, told.get(level.pk, [])) for level in guide.levels.all()]


def _form_titles(steps: list[Step], municipality: Municipality) -> dict[str, str]:
    """What the forms are called. Asked only where a guide names any."""
    keys = {key for step in steps for key in step.forms}
    if not keys:
        return {}
    found = Template.objects.filter(municipality=municipality, key__in=keys)
    return dict(found.values_list("key", "title"))
