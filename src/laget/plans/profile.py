"""The plan's part of a profile: written as the council adopted it."""

from collections.abc import Sequence

from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Item
from laget.organisation.profile.rows import same
from laget.plans.models import Plan


def write_plan(municipality: Municipality, items: Sequence[Item]) -> None:
    """The plan several municipalities share, and a municipality's own, beside it."""
    for position, item in enumerate(items):
        facts = {name: fact for name, fact in item.facts.items() if name != "title"}
        key: dict[str, object] = {"municipality": municipality, "title": item.key}
        same(Plan, key, **facts, position=position)
