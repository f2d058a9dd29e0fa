"""The Knowledge Model's areas, as every profile has them; and a few programmes."""

import tomllib
from datetime import date

from laget.catalogue.models import Need, Programme, Status
from laget.catalogue.profile import areas
from laget.organisation.models import Municipality
from tests.standing_guide import PROFILES

FRIENDS = "1.4"
GROUP = {"tiers": ["yellow"], "age_from": 3, "age_to": 6}
PROGRAMMES = (
    ("Lekegruppe", GROUP | {"needs": [f"{FRIENDS}.02"], "arenas": ["relations"]}),
    ("Alle med", GROUP | {"tiers": ["green"], "needs": [FRIENDS]}),
    ("Språkleker", GROUP | {"needs": ["1.2"]}),
    ("Ungdomsklubb", GROUP | {"age_from": 13, "age_to": 18, "needs": [FRIENDS]}),
    ("Avsluttet gruppe", GROUP | {"status": Status.ENDED, "needs": [FRIENDS]}),
)
ELSEWHERE = ("Vennegruppe i Fjordby", GROUP | {"needs": [FRIENDS]})


def build(first: Municipality, second: Municipality, using: str) -> None:
    known = tomllib.loads((PROFILES / "shared" / "needs.toml").read_text("utf-8"))
    for position, each in enumerate(known["needs"]):
        depth = each["code"].count(".") + 1
        Need.objects.using(using).create(depth=depth, position=position, **each)
    for name, facts in PROGRAMMES:
        _programme(first, name, facts, using)
    _programme(second, *ELSEWHERE, using)


def _programme(place: Municipality, name: str, facts: dict, using: str) -> None:
    usual = {"about": "Vi møtes og leker.", "source": "Planen", "status": "running"}
    Programme.objects.using(using).create(
        municipality=place,
        name=name,
        checked_on=date(2026, 11, 1),
        need_areas=areas(facts["needs"]),
        **usual | facts,
    )
