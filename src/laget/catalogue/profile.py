"""The catalogue's part of a profile: the programmes a municipality says it has."""

from collections.abc import Sequence

from laget.catalogue.models import Need, Programme
from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Facts, Item
from laget.organisation.profile.rows import same_all
from laget.organisation.profile.write_services import services_of, was_of

COPIED = (
    *("sort", "about", "tiers", "arenas", "needs", "age_from", "age_to", "place"),
    *("responsible", "how_to_start", "referral", "for_whom", "cost", "capacity"),
    *("next_start", "web", "status", "source", "checked_on", "review_on"),
)


def write_programmes(municipality: Municipality, items: Sequence[Item]) -> None:
    services = services_of(municipality)
    same_all(
        Programme.objects.filter(municipality=municipality),
        ("municipality", "name"),
        [
            {"municipality": municipality, "name": item.key, "position": position}
            | {"service": services.get(item.facts["service"])}
            | _programme(item.facts)
            for position, item in enumerate(items)
        ],
        was_of(items),
    )


def _programme(facts: Facts) -> Facts:
    return {
        **{name: facts[name] for name in COPIED},
        **_evidence(facts["evidence"]),
        "need_areas": areas(facts["needs"]),
        "is_own": facts["own"],
        "is_public": facts["public"],
    }


def areas(needs: Sequence[str]) -> list[str]:
    """What the codes lie under: 1.4.02 under 1.4, and that under 1."""
    parts = [code.split(".") for code in needs]
    return sorted({".".join(p[:n]) for p in parts for n in range(1, len(p) + 1)})


def _evidence(facts: Facts) -> Facts:
    return {
        "evidence": facts.get("level", ""),
        "evidence_source": facts.get("source", ""),
        "evidence_year": facts.get("year"),
    }


def share_needs(items: Sequence[Item]) -> None:
    rows = [
        {**item.facts, "depth": item.key.count(".") + 1, "position": position}
        for position, item in enumerate(items)
    ]
    same_all(Need.objects.all(), ("code",), rows)
