"""From whom something is held back, and why, in a few words."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from laget.children.models import Shield, ShieldedBecause
from laget.staff.shields.asking import BECAUSE


def from_whom(shield: Shield) -> str:
    """The guardian's name, or that it is none of them."""
    return str(shield.guardian) if shield.guardian else _("No guardian")


def because(shield: Shield) -> str:
    return str(dict(BECAUSE)[ShieldedBecause(shield.because).value])


def not_seen_by(names: Iterable[object]) -> str:
    """As it stands beside the record on the staff's pages."""
    known = list(names)
    if None in known:
        return _("No guardian sees this")
    named = ", ".join(str(name) for name in known)
    return _("Not seen by %(names)s") % {"names": named}


def marks(told: Iterable[Mapping[str, object]]) -> dict[UUID, str]:
    """For each record that is held back, in words from whom."""
    names: dict[UUID, list[object]] = {}
    for one in told:
        names.setdefault(UUID(str(one["record"])), []).append(one["guardian__name"])
    return {record: not_seen_by(those) for record, those in names.items()}
