"""The rights' part of a profile: what a municipality has bound itself to offer."""

from collections.abc import Sequence

from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Item
from laget.organisation.profile.rows import same
from laget.rights.models import OfferRule

COPIED = ("when", "offer", "title", "how", "who", "within_days", "law", "local_note")


def write_offers(municipality: Municipality, items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        same(
            OfferRule,
            {"municipality": municipality, "key": item.key},
            position=position,
            **{name: item.facts[name] for name in COPIED},
        )
