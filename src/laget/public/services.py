"""Who helps here: each service, how to reach it, and who is where on which day."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from laget.catalogue.finding import on_show
from laget.catalogue.models import Programme
from laget.organisation.models import Municipality, Presence, Service, Unit
from laget.organisation.profile.services import DAYS, KINDS
from laget.public.laws import Library
from laget.public.places import of_place, show
from laget.public.saying import in_a_row
from laget.web.page import PageRequest

WORDS: dict[str, object] = {str(kind): words for kind, words in KINDS}


@dataclass(frozen=True)
class Listed:
    """A service in the list: what kind it is in words, and who it is shared with."""

    service: Service
    kind: object
    shared_with: list[Municipality]


@require_safe
@of_place
def services(request: PageRequest, municipality: Municipality) -> HttpResponse:
    found = (
        Service.objects.of(municipality)
        .select_related("host")
        .prefetch_related("municipalities")
        .order_by("is_external", "position", "name")
    )
    context: dict[str, object] = {
        "services": [_listed(each) for each in found],
        "somebody_is_somewhere": municipality.presences.exists(),
    }
    return show(request, municipality, "public/services.html", context)


def _listed(service: Service) -> Listed:
    places = sorted(service.municipalities.all(), key=lambda each: each.name)
    return Listed(
        service,
        WORDS.get(service.kind, ""),
        places if len(places) > 1 else [],
    )


@require_safe
@of_place
def service(
    request: PageRequest, municipality: Municipality, service_id: object
) -> HttpResponse:
    """Its role, whom it is for, how to reach it, its places, and what it offers."""
    here = Unit.objects.filter(is_ended=False).order_by("name")
    served = Service.objects.of(municipality).select_related("host")
    one = get_object_or_404(
        served.prefetch_related("municipalities", Prefetch("units", here)),
        pk=service_id,
    )
    offered = on_show(Programme.objects.all(), municipality).filter(service=one)
    units = [u for u in one.units.all() if u.municipality_id in (None, municipality.pk)]
    context: dict[str, object] = {
        "listed": _listed(one),
        "service": one,
        "units": units,
        "laws": Library(one.law).cited(one.law),
        "programmes": offered.order_by("name"),
        "presences": _where(municipality.presences.filter(service=one)),
    }
    return show(request, municipality, "public/service.html", context)


@dataclass(frozen=True)
class Somewhere:
    """Who is at a place, and on which days, in words."""

    presence: Presence
    days: str


@require_safe
@of_place
def where(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """Who is where: place by place, for one day if one is chosen."""
    day = request.GET.get("day", "")
    found = municipality.presences.select_related("service").order_by(
        "place", "position"
    )
    if day in dict(DAYS):
        found = found.filter(days__contains=[day])
    context: dict[str, object] = {
        "presences": _where(found),
        "days": [(code, str(words)) for code, words in DAYS],
        "day": day,
    }
    return show(request, municipality, "public/where.html", context)


def _where(presences: object) -> list[Somewhere]:
    words = dict(DAYS)
    return [
        Somewhere(each, in_a_row(words[day] for day in each.days if day in words))
        for each in presences  # type: ignore[attr-defined]
    ]
