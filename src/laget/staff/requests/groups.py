"""Requests as they stand on the list: what must be done first stands first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.intake.models import HelpRequest
from laget.organisation.models import Employment

Words = str | Promise
TITLES: dict[str, tuple[Words, Words]] = {
    "late": (_("Overdue"), _("Somebody waits, and the day has passed.")),
    "asked": (
        _("Your unit is asked to take these"),
        _("Accept, or send back with a reason. Until then they lie where they were."),
    ),
    "new": (_("New requests"), _("Nobody has looked at these yet.")),
    "back": (
        _("Came back"),
        _("A unit said no, with a reason. Find the right one."),
    ),
    "waits": (
        _("Waiting for a unit's answer"),
        _("They lie with you until somebody there has said yes."),
    ),
    "spoken": (_("Spoken with, and still with us"), ""),
    "accepted": (_("Accepted"), _("Somebody has them, and a date.")),
    "closed": (_("Lately closed"), ""),
}


@dataclass
class Group:
    key: str
    title: Words
    lead: Words
    requests: list[Any] = field(default_factory=list)


def grouped(found: Iterable[HelpRequest], user: User) -> list[Group]:
    """In the order of what is most urgent; empty groups are left out."""
    mine = set(Employment.objects.current().filter(user=user).values_list("unit"))
    units = {unit for (unit,) in mine}
    groups = {key: Group(key, *words) for key, words in TITLES.items()}
    for request in found:
        groups[_key(request, units)].requests.append(request)
    return [group for group in groups.values() if group.requests]


def _key(request: Any, units: set[UUID]) -> str:
    if not request.is_open:
        return "closed"
    if request.waits_in in units and request.unit is None:
        return "asked"
    if request.is_late:
        return "late"
    if request.waits_in:
        return "waits"
    if request.is_accepted:
        return "accepted"
    if request.came_back:
        return "back"
    return "spoken" if request.answered_at else "new"
