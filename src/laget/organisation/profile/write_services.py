"""Writing services, those that several share too, their units, and who is where."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import Count

from laget.organisation.models import Municipality, Presence, Service, Unit
from laget.organisation.profile.declaring import Facts, Item
from laget.organisation.profile.rows import same_all

COPIED = (
    *("name", "kind", "arena", "about", "for_whom", "role", "mandate", "law"),
    *("how_to_reach", "phone", "opening", "web", "needs_referral", "takes_requests"),
    *("age_from", "age_to"),
)


def write_services(municipality: Municipality, items: Sequence[Item]) -> None:
    """Each by its host and name; whoever is named is served by it."""
    places = _places(municipality, items)
    hosts = [places.get(item.facts["host"], municipality) for item in items]
    services = same_all(
        Service.objects.filter(host__in=hosts),
        ("host", "name"),
        [
            _service(position, item.facts, host)
            for position, (item, host) in enumerate(zip(items, hosts, strict=True))
        ],
        was_of(items),
    )
    for_whom = [item.facts["municipalities"] for item in items]
    _serve(municipality, places, list(zip(services, for_whom, strict=True)))


def was_of(items: Sequence[Item]) -> dict[str, str]:
    """What each was called before it was renamed."""
    return {i.key: was for i in items if (was := i.was or i.facts.get("was", ""))}


def _places(
    municipality: Municipality, items: Sequence[Item]
) -> dict[str, Municipality]:
    named = {item.facts["host"] for item in items}
    named |= {name for item in items for name in item.facts["municipalities"]}
    there = Municipality.objects.filter(name__in=named)
    return {each.name: each for each in there} | {municipality.name: municipality}


def _service(position: int, facts: Facts, host: Municipality) -> Facts:
    return {
        **{name: facts[name] for name in COPIED},
        "host": host,
        "is_external": facts["external"],
        "is_ended": facts["ended"],
        "position": position,
    }


def _serve(
    municipality: Municipality,
    places: dict[str, Municipality],
    services: Sequence[tuple[Service, list[str]]],
) -> None:
    """Adds; whom a service has stopped serving is for a person to say."""
    link = Service.municipalities.through
    ids = [service.pk for service, _names in services]
    there = set(
        link.objects.filter(service__in=ids).values_list(
            "service_id", "municipality_id"
        )
    )
    wanted = dict.fromkeys(_served(municipality, places, services))
    link.objects.bulk_create(
        link(service_id=service, municipality_id=place)
        for service, place in wanted
        if (service, place) not in there
    )


def _served(
    municipality: Municipality,
    places: dict[str, Municipality],
    services: Sequence[tuple[Service, list[str]]],
) -> Iterator[tuple[UUID, UUID]]:
    for service, names in services:
        for name in names or [municipality.name]:
            if name in places:
                yield service.pk, places[name].pk


def write_units(municipality: Municipality, items: Sequence[Item]) -> None:
    """A unit of a shared service belongs to no one municipality."""
    services = services_of(municipality)
    shared = _shared(services)
    same_all(
        Unit.objects.filter(service__in=services.values()),
        ("service", "name"),
        [
            {
                "service": (service := services[item.facts["service"]]),
                "name": item.key,
                "municipality": None if service.pk in shared else municipality,
                "address": item.facts["address"],
                "phone": item.facts["phone"],
                "about": item.facts["about"],
                "is_ended": item.facts["ended"],
            }
            for item in items
        ],
        was_of(items),
    )


def _shared(services: dict[str, Service]) -> set[object]:
    ids = [service.pk for service in services.values()]
    counted = Service.objects.filter(pk__in=ids).annotate(many=Count("municipalities"))
    return set(counted.filter(many__gt=1).values_list("pk", flat=True))


def write_presence(municipality: Municipality, items: Sequence[Item]) -> None:
    services, units = services_of(municipality), units_of(municipality)
    same_all(
        Presence.objects.filter(municipality=municipality),
        ("municipality", "service", "place", "role"),
        [
            {
                "municipality": municipality,
                "service": services[item.facts["service"]],
                "place": item.facts["place"] or item.facts["unit"],
                "role": item.facts["role"],
                "unit": units.get(item.facts["unit"]),
                "days": item.facts["days"],
                "when": item.facts["when"],
                "position": position,
            }
            for position, item in enumerate(items)
        ],
    )


def services_of(municipality: Municipality) -> dict[str, Service]:
    """Those that serve it, by name: its own before a neighbour's of the same name."""
    served = Service.objects.filter(municipalities=municipality)
    own = [each for each in served if each.host_id == municipality.pk]
    return {each.name: each for each in [*served, *own]}


def units_of(municipality: Municipality) -> dict[str, Unit]:
    services = services_of(municipality).values()
    return {each.name: each for each in Unit.objects.filter(service__in=services)}
