"""What comes first must come first: ages, dates and years in their order."""

from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import Check, Fault, Item, Whole


def ordered(section: str, low: str, high: str) -> Check:
    """A check that `low` is never above `high` in a section's records."""
    return partial(_each, section, low, high)


def _each(section: str, low: str, high: str, whole: Whole) -> Iterator[Fault]:
    for item in whole.all(section):
        yield from upside_down(item, low, high)


def upside_down(item: Item, low: str, high: str, under: str = "") -> Iterator[Fault]:
    facts = item.facts
    for part in under.split(".") if under else ():
        facts = facts[int(part)] if isinstance(facts, list) else facts[part]
    first, last = facts.get(low), facts.get(high)
    if first is not None and last is not None and first > last:
        said = _('"{low}" is {first} and "{high}" is {last}: that is upside down.')
        at = item.at(f"{under}.{low}" if under else low)
        yield Fault(at, said.format(low=low, high=high, first=first, last=last))
