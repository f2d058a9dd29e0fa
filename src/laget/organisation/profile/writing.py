"""Writing the municipality itself, its pages elsewhere, its teams, and the law."""

from collections.abc import Sequence

from laget.organisation.models import (
    Municipality,
    PlaceOnTheWeb,
    Provision,
    Team,
    TeamType,
)
from laget.organisation.profile.declaring import Facts, Item
from laget.organisation.profile.rows import same, same_all
from laget.organisation.profile.write_services import units_of, was_of


def write_municipality(name: str, facts: Facts) -> Municipality:
    """The municipality, found again by its number, also one it had before.

    `name` is its folder's, and its address on the web.
    """
    for other in facts["neighbours"]:
        outside(other["name"], other["number"])
    found = _found(facts) or Municipality.objects.create(
        name=facts["name"], number=facts["number"]
    )
    said = _said(facts) | {"number": facts["number"], "slug": name}
    return same(Municipality, {"pk": found.pk}, is_in_use=True, **said)


def change_municipality(municipality: Municipality, items: Sequence[Item]) -> None:
    """What it has decided; its number and its address stay as they are."""
    for item in items:
        same(Municipality, {"pk": municipality.pk}, **_said(item.facts))


def outside(name: str, number: str) -> None:
    """One that does not use Laget, so that it can be named as host."""
    if not Municipality.objects.filter(name=name).exists():
        Municipality.objects.create(name=name, number=number, is_in_use=False)


def _found(facts: Facts) -> Municipality | None:
    """By its number, by an older one of either, or as one we only knew by name."""
    number = facts["number"]
    older = [row["number"] for row in facts["numbers"]]
    everyone = Municipality.objects.all()
    return (
        everyone.filter(number=number).first()
        or everyone.filter(number__in=older).first()
        or everyone.filter(numbers__contains=[{"number": number}]).first()
        or everyone.filter(name=facts["name"], is_in_use=False).first()
    )


FAMILY = ("own_page_age", "guardian_sight_age", "names_visitors", "privacy_days")


def _family(rules: Facts) -> Facts:
    """What is decided about the family's own pages; what is not said, stays usual."""
    decided = rules.get("family") or {}
    usual = {name: getattr(Municipality(), name) for name in FAMILY}
    return usual | {k: v for k, v in decided.items() if k in usual and v is not None}


def _said(facts: Facts) -> Facts:
    rules, own = facts["rules"], facts["rules"]["own_consent"]
    return {
        "name": facts["name"],
        "numbers": facts["numbers"],
        "language": facts["language"],
        "words": facts["words"],
        "rules": rules,
        "about": facts["about"],
        "concern_days": rules["concern_days"],
        "consent_months": rules["consent_months"],
        "reply_days": rules["reply_days"],
        "own_consent_age": own["age"],
        "own_consent_law": _law(own),
        "small_number_threshold": rules["small_number_threshold"],
        **_family(rules),
    }


def _law(own: Facts) -> str:
    return f"{own['law']} ({own['law_date']})" if own["law_date"] else str(own["law"])


def write_links(municipality: Municipality, items: Sequence[Item]) -> None:
    same_all(
        PlaceOnTheWeb.objects.filter(municipality=municipality),
        ("municipality", "title"),
        [
            {"municipality": municipality, "position": position}
            | {name: item.facts[name] for name in ("title", "url", "about", "kind")}
            for position, item in enumerate(items)
        ],
        was_of(items),
    )


TYPE = (
    *("key", "kind", "name", "aliases", "about", "mandate_system", "mandate_case"),
    *("members", "chair", "age_from", "age_to", "cadence", "agenda", "minutes_form"),
)


def write_team_kinds(municipality: Municipality, items: Sequence[Item]) -> None:
    same_all(
        TeamType.objects.filter(municipality=municipality),
        ("municipality", "key"),
        [
            {"municipality": municipality, "position": position}
            | {name: item.facts[name] for name in TYPE}
            for position, item in enumerate(items)
        ],
        was_of(items),
    )


def write_teams(municipality: Municipality, items: Sequence[Item]) -> None:
    """One team a unit, where the name has the unit's; else one team."""
    types = {each.key: each for each in municipality.team_types.all()}
    units = units_of(municipality)
    rows = []
    for item in items:
        kind = types[item.facts["kind"]]
        for name in item.facts["units"] or [""]:
            rows.append(
                {
                    "municipality": municipality,
                    "name": item.key.replace("{unit}", name),
                    "kind": kind.kind,
                    "type": kind,
                    "mandate": kind.about or kind.mandate_case or kind.mandate_system,
                    "unit": units.get(name),
                }
            )
    teams = Team.objects.filter(municipality=municipality)
    same_all(teams, ("municipality", "name"), rows)


def share_laws(items: Sequence[Item]) -> None:
    rows = [_provision(item.facts) for item in items]
    same_all(Provision.objects.filter(version=1), ("key", "version"), rows)


def _provision(facts: Facts) -> Facts:
    """What it is about is kept in every language it is said in."""
    row = {**facts, "version": 1}
    for name in ("topic", "note"):
        said = row.pop(name)
        row[f"{name}s"] = said if isinstance(said, dict) else {"nb": said}
    return row
