"""The catalogue's part of a profile: the programmes a municipality says it has."""

from collections.abc import Sequence

from laget.catalogue.models import Need, Programme
from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Facts, Item
from laget.organisation.profile.rows import same
from laget.organisation.profile.writing import services_of

COPIED = (
    *("sort", "about", "tiers", "arenas", "needs", "age_from", "age_to", "place"),
    *("responsible", "how_to_start", "referral", "for_whom", "cost", "capacity"),
    *("next_start", "web", "status", "source", "checked_on", "review_on"),
)


def write_programmes(municipality: Municipality, items: Sequence[Item]) -> None:
    services = services_of(municipality)
    for position, item in enumerate(items):
        facts = item.facts
        same(
            Programme,
            {"municipality": municipality, "name": item.key},
            **{name: facts[name] for name in COPIED},
            **_evidence(facts["evidence"]),
            service=services.get(facts["service"]),
            need_areas=areas(facts["needs"]),
            is_own=facts["own"],
            is_public=facts["public"],
            position=position,
        )


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
    for position, item in enumerate(items):
        facts = dict(item.facts)
        code = facts.pop("code")
        depth = code.count(".") + 1
        same(Need, {"code": code}, depth=depth, position=position, **facts)
