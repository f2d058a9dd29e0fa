"""Writing the municipality itself, its services, units and teams from their records."""

from collections.abc import Sequence

from laget.organisation.models import (
    Municipality,
    PlaceOnTheWeb,
    Presence,
    Provision,
    Service,
    Team,
    TeamType,
    Unit,
)
from laget.organisation.profile.declaring import Facts, Item, Whole
from laget.organisation.profile.rows import same


def write_municipality(whole: Whole) -> Municipality:
    """The municipality, found again by its number; and those it names outside."""
    assert whole.municipality
    facts = whole.municipality.facts
    rules, own = facts["rules"], facts["rules"]["own_consent"]
    for other in facts["neighbours"]:
        _outside(other)
    night = [i.facts for i in whole.all("contacts") if i.facts["kind"] == "night"]
    return same(
        Municipality,
        {"number": facts["number"]},
        name=facts["name"],
        slug=whole.name,
        numbers=facts["numbers"],
        language=facts["language"],
        is_in_use=True,
        words=facts["words"],
        rules=rules,
        about=facts["about"],
        concern_days=rules["concern_days"],
        consent_months=rules["consent_months"],
        reply_days=rules["reply_days"],
        own_consent_age=own["age"],
        own_consent_law=_law(own),
        small_number_threshold=rules["small_number_threshold"],
        emergency_phone=night[0]["number"] if night else "",
    )


def _law(own: Facts) -> str:
    return f"{own['law']} ({own['law_date']})" if own["law_date"] else str(own["law"])


def _outside(facts: Facts) -> None:
    if not Municipality.objects.filter(name=facts["name"]).exists():
        Municipality.objects.create(**facts, is_in_use=False)


def write_links(municipality: Municipality, items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        key: Facts = {"municipality": municipality, "title": item.facts["title"]}
        facts = {name: item.facts[name] for name in ("url", "about", "kind")}
        same(PlaceOnTheWeb, key, **facts, position=position)


COPIED = (
    *("kind", "arena", "about", "for_whom", "role", "mandate", "law", "how_to_reach"),
    *("phone", "opening", "web", "needs_referral", "takes_requests"),
    *("age_from", "age_to"),
)


def write_services(municipality: Municipality, items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        _write_service(municipality, position, item)


def _write_service(municipality: Municipality, position: int, item: Item) -> None:
    facts = item.facts
    host = municipality
    if facts["host"]:
        host = Municipality.objects.get(name=facts["host"])
    service = same(
        Service,
        {"host": host, "name": item.key},
        **{name: facts[name] for name in COPIED},
        is_external=facts["external"],
        is_ended=facts["ended"],
        position=position,
    )
    names = facts["municipalities"] or [municipality.name]
    service.municipalities.add(*Municipality.objects.filter(name__in=names))


def write_units(municipality: Municipality, items: Sequence[Item]) -> None:
    services = services_of(municipality)
    for item in items:
        facts = item.facts
        service = services[facts["service"]]
        shared = service.municipalities.count() > 1
        same(
            Unit,
            {"service": service, "name": item.key},
            municipality=None if shared else municipality,
            address=facts["address"],
            phone=facts["phone"],
            about=facts["about"],
            is_ended=facts["ended"],
        )


def write_presence(municipality: Municipality, items: Sequence[Item]) -> None:
    services, units = services_of(municipality), units_of(municipality)
    for position, item in enumerate(items):
        facts = item.facts
        same(
            Presence,
            {
                "municipality": municipality,
                "service": services[facts["service"]],
                "place": facts["place"] or facts["unit"],
                "role": facts["role"],
            },
            unit=units.get(facts["unit"]),
            days=facts["days"],
            when=facts["when"],
            position=position,
        )


TYPE = (
    *("kind", "name", "aliases", "about", "mandate_system", "mandate_case", "members"),
    *("chair", "age_from", "age_to", "cadence", "agenda", "minutes_form"),
)


def write_team_kinds(municipality: Municipality, items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        key: Facts = {"municipality": municipality, "key": item.key}
        facts = {name: item.facts[name] for name in TYPE}
        same(TeamType, key, **facts, position=position)


def write_teams(municipality: Municipality, items: Sequence[Item]) -> None:
    """One team a unit, where the name has the unit's; else one team."""
    types = {each.key: each for each in municipality.team_types.all()}
    units = units_of(municipality)
    for item in items:
        kind = types[item.facts["kind"]]
        for name in item.facts["units"] or [""]:
            same(
                Team,
                {
                    "municipality": municipality,
                    "name": item.key.replace("{unit}", name),
                },
                kind=kind.kind,
                type=kind,
                mandate=kind.about or kind.mandate_case or kind.mandate_system,
                unit=units.get(name),
            )


def share_laws(items: Sequence[Item]) -> None:
    for item in items:
        facts = dict(item.facts)
        same(Provision, {"key": facts.pop("key"), "version": 1}, **facts)


def services_of(municipality: Municipality) -> dict[str, Service]:
    """Those that serve it, by name: its own before a neighbour's of the same name."""
    served = Service.objects.filter(municipalities=municipality)
    own = [each for each in served if each.host_id == municipality.pk]
    return {each.name: each for each in [*served, *own]}


def units_of(municipality: Municipality) -> dict[str, Unit]:
    services = services_of(municipality).values()
    return {each.name: each for each in Unit.objects.filter(service__in=services)}
