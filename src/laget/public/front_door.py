"""A municipality's front door: what one came for, one press away, for everyone."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from laget.catalogue.finding import on_show
from laget.catalogue.models import Programme
from laget.guide.models import Audience, Contact, Guide, Step
from laget.organisation.models import Municipality, PlaceOnTheWeb, Service
from laget.plans.models import Plan
from laget.public.kept import kept
from laget.public.places import of_itself, of_place, show
from laget.web.page import PageRequest

LINK_KINDS = {
    "activities": _("Activities and clubs"),
    "help": _("Help for children and parents"),
    "service": _("Services on the web"),
    "plan": _("Plans"),
    "procedures": _("Procedures"),
}


@dataclass(frozen=True)
class Links:
    """Places on the web of one kind."""

    title: object
    links: list[PlaceOnTheWeb]


@require_safe
@of_place
def place(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """I need help, I am worried about a child, and everything else there is."""
    doors = kept(municipality, "doors", lambda: _doors(municipality))
    return show(request, municipality, "public/place.html", {"doors": doors})


def _doors(municipality: Municipality) -> SafeString:
    urgent, others = contacts(municipality)
    context: dict[str, object] = {
        **of_itself(municipality),
        "urgent": urgent,
        "others": others,
        "guides": Guide.objects.of(municipality),
        "plans": Plan.objects.of(municipality).defer(*LONG),
        "programmes": on_show(Programme.objects.all(), municipality).count(),
        "services": Service.objects.of(municipality).count(),
        "links": links(municipality, "activities", "help", "service"),
    }
    return render_to_string("public/parts/doors.html", context)


LONG = ("chapters", "goals", "measures", "figures", "words", "superseded")


@require_safe
@of_place
def worried(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """For a neighbour, a coach, a grandmother: what to do, and whom to call."""
    urgent, others = contacts(municipality)
    guides = Guide.objects.of(municipality).filter(audience=Audience.EVERYONE)
    guide = guides.first()
    context: dict[str, object] = {
        "urgent": urgent,
        "others": others,
        "guide": guide,
        "steps": Step.objects.filter(guide=guide).order_by("position"),
        "child_welfare": Service.objects.of(municipality).filter(kind="child_welfare"),
    }
    return show(request, municipality, "public/worried.html", context)


@require_safe
@of_place
def numbers(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """Whom to call, now and in the daytime."""
    urgent, others = contacts(municipality)
    helps = links(municipality, "help")
    context: dict[str, object] = {"urgent": urgent, "others": others, "links": helps}
    return show(request, municipality, "public/numbers.html", context)


def contacts(municipality: Municipality) -> tuple[list[Contact], list[Contact]]:
    """Those for when it cannot wait, and the others. One query."""
    found = list(Contact.objects.of(municipality))
    urgent = [each for each in found if each.is_emergency]
    return urgent, [each for each in found if not each.is_emergency]


def links(municipality: Municipality, *kinds: str) -> list[Links]:
    """Pages of others, by kind, activities first. One query."""
    found = list(municipality.places_on_the_web.all())
    groups = [
        Links(title, [each for each in found if each.kind == kind])
        for kind, title in LINK_KINDS.items()
        if kind in kinds or not kinds
    ]
    return [group for group in groups if group.links]


def address(name: str, municipality: Municipality, **named: object) -> str:
    return reverse(name, kwargs={"slug": municipality.slug, **named})
