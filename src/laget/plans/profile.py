"""The plan's part of a profile: written as the council adopted it."""

from collections.abc import Sequence

from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Item
from laget.organisation.profile.rows import same_all
from laget.organisation.profile.write_services import was_of
from laget.plans.models import Plan


def write_plan(municipality: Municipality, items: Sequence[Item]) -> None:
    """The plan several municipalities share, and a municipality's own, beside it."""
    same_all(
        Plan.objects.filter(municipality=municipality),
        ("municipality", "title"),
        [
            {"municipality": municipality, "position": position, **item.facts}
            for position, item in enumerate(items)
        ],
        was_of(items),
    )
