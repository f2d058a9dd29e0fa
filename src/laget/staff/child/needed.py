"""The family on the child's page: who they are, and what they need to understand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from laget.children.models import Child, Guardianship
from laget.children.models.needs import NEEDS, in_words
from laget.web.templatetags.words import day

NEEDED = (*NEEDS, "needs_at", "needs_by__name", "id")


@dataclass(frozen=True)
class Member:
    """One of the family, with what to know before one calls."""

    name: str
    part: str
    phone: str = ""


def family_of(child: Child, guardians: list[dict[str, Any]]) -> list[Member]:
    """The guardians; and the child, when it needs something."""
    found = [_guardian(told) for told in guardians]
    if child.needs:
        own = child.needs_by_id == child.account_id
        by = "" if own or not child.needs_by else child.needs_by.name
        parts = (_("the child"), child.needs, signed(by, child.needs_at))
        found.append(Member(child.first_name, _joined(*parts)))
    return found


def in_need(child: Child, guardians: Iterable[Guardianship]) -> list[Member]:
    """Those of them who need something, for whoever plans to meet them."""
    found = [
        Member(one.name, _joined(one.needs, signed_by(one)), one.phone)
        for one in guardians
        if one.needs
    ]
    return found + [one for one in family_of(child, []) if one.part]


def signed_by(guardian: Guardianship) -> str:
    """Who wrote down what this guardian needs, and when."""
    by = guardian.needs_by.name if guardian.needs_by else ""
    return signed(by, guardian.needs_at)


def signed(name: str, at: datetime | None) -> str:
    """Who wrote down what is needed, and when; what is old has neither."""
    if at is None:
        return ""
    facts = {"name": name, "when": day(at)}
    if not name:
        return _("written by themselves, %(when)s") % facts
    return _("written by %(name)s, %(when)s") % facts


def _guardian(told: dict[str, Any]) -> Member:
    needs, at = in_words(*(told[name] for name in NEEDS)), told["needs_at"]
    at = datetime.fromisoformat(at) if isinstance(at, str) else at
    barred = _("must not be told") if told["barred"] else ""
    by = signed(told["needs_by__name"] or "", at) if needs else ""
    part = _joined(_("guardian"), barred, needs, by)
    return Member(told["name"], part, told["phone"])


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
