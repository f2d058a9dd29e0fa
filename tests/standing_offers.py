"""What the tests' municipalities have bound themselves to offer.

The second one has a rule for every occasion; the first only for the rarest.
"""

from laget.organisation.models import Municipality
from laget.rights.models import OfferRule
from laget.rights.models.offer import When

TITLES = {
    When.FIRST: "Stafettlogg",
    When.SECOND: "Møte med alle rundt barnet",
    When.THIRD: "Familieråd",
    When.TWO_HEALTH: "Individuell plan",
    When.LEVEL_2: "Informasjon om rettigheter",
    When.LEVEL_3: "Barnekoordinator",
    When.TRANSITION: "Overgangsmøte",
}


def build(first: Municipality, second: Municipality, using: str) -> None:
    _rule(first, When.LEVEL_3, using)
    for when in When:
        _rule(second, when, using)


def _rule(place: Municipality, when: When, using: str) -> None:
    OfferRule.objects.using(using).create(
        municipality=place,
        key=when.value,
        when=when,
        offer="other",
        title=TITLES[when],
        how="Fortell at det finnes.",
        law=["hol-7-1", "Planen vår, kapittel 4"],
        local_note="Planen sier tre tjenester.",
        within_days=14,
    )
