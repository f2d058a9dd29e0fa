"""The laws a form cites, as references with their standing: never as advice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from laget.organisation.models import Provision, Standing


@dataclass(frozen=True)
class Cited:
    """A reference. `now` is what applies instead, where it has been replaced."""

    text: str
    topic: str = ""
    is_replaced: bool = False
    is_not_yet: bool = False
    since: date | None = None
    until: date | None = None
    now: str = ""
    noted_on: date | None = None

    @property
    def must_be_said(self) -> bool:
        return self.is_replaced or self.is_not_yet


def cited(keys: Iterable[str]) -> list[Cited]:
    """Each as the law library has it now, else the words themselves. Two queries."""
    wanted = list(keys)
    known = _newest(wanted) if wanted else {}
    next_keys = [each.replaced_by for each in known.values() if each.replaced_by]
    instead = _newest(next_keys) if next_keys else {}
    return [
        _cited(known[key], instead) if key in known else Cited(key) for key in wanted
    ]


def _newest(keys: list[str]) -> dict[str, Provision]:
    """The version that applies, else the last one there is."""
    found: dict[str, Provision] = {}
    for each in Provision.objects.filter(key__in=keys).order_by("version"):
        before = found.get(each.key)
        if before is None or each.standing != Standing.ADOPTED:
            found[each.key] = each
    return found


def _cited(provision: Provision, instead: dict[str, Provision]) -> Cited:
    later = instead.get(provision.replaced_by)
    return Cited(
        text=str(provision),
        topic=provision.topic,
        is_replaced=provision.standing == Standing.REPLACED,
        is_not_yet=provision.standing == Standing.ADOPTED,
        since=provision.valid_from,
        until=provision.valid_until,
        now=str(later) if later else provision.replaced_by,
        noted_on=provision.noted_on,
    )
