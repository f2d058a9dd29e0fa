"""Who can be in a conversation, and who reads it, by name and role."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.children.models import Child, Guardianship, Shield, Tie
from laget.kernel import clock
from laget.logs import joining
from laget.logs.models import Log
from laget.threads.models import Thread

YOUNG_PERSON = "child"  # among the keys of those of the family one may choose


@dataclass(frozen=True)
class Reader:
    """Someone who reads it, and because of what."""

    name: str
    role: str
    user_id: UUID | None = None
    is_holder: bool = False


@dataclass(frozen=True)
class OfFamily:
    """One of the family who may be in a conversation; no guardian: the young person."""

    name: str
    role: str
    guardian: Guardianship | None
    user_id: UUID | None

    @property
    def key(self) -> str:
        return str(self.guardian.pk) if self.guardian else YOUNG_PERSON

    @property
    def reader(self) -> Reader:
        return Reader(self.name, self.role, self.user_id)


def of_the_family(child: Child) -> list[OfFamily]:
    """Those of the family who see the child's pages: the young person, the guardians.

    Nobody who is barred, or has no sight; a guardian until the age at which the
    municipality ends guardians' sight, the young person from the age of the own page.
    """
    found = [_young_person(child)] if _has_own_page(child) else []
    if _guardians_see(child):
        seeing = child.guardianships.current().filter(may_see=True, barred=False)
        found += [_guardian(one) for one in seeing]
    return found


def others(child: Child, user: User) -> list[OfFamily]:
    """Whom one of the family may have with them in what they write."""
    return [one for one in of_the_family(child) if one.user_id != user.pk]


def oneself(child: Child, user: User) -> OfFamily | None:
    """In which place in the family somebody writes; None for one who has none."""
    mine = (one for one in of_the_family(child) if one.user_id == user.pk)
    return next(mine, None)


def team(log: Log, since: datetime | None = None) -> list[Reader]:
    """Those on the team who see the log today, the holder first.

    Whose service the family let in "from now on" reads nothing begun before that.
    """
    begun = since or clock.now()
    return [
        _member(member, log)
        for member in joining.members(log)
        if member.has_basis and not (member.since and member.since > begun)
    ]


def family_in(thread: Thread) -> list[OfFamily]:
    """Those of the family who are in it and see it now, as far as one may know that.

    Held back is it from all guardians, from this one, or from whoever was added later,
    as in `shielded` of `seeing.sql`. One query.
    """
    child = thread.log.child
    whom = Q(guardian=None) | Q(guardian=OuterRef("guardian"))
    later = Q(at__lt=OuterRef("guardian__added_at"))
    shields = Shield.objects.standing().filter(whom | later, record=thread.pk)
    parties = thread.parties.select_related("guardian").annotate(held=Exists(shields))
    found = [_young_person(child)] if _has_own_page(child) else []
    inside = {party.guardian_id for party in parties}
    found = found if None in inside else []
    if _guardians_see(child):
        guardians = [party.guardian for party in parties if not party.held]
        found += [_guardian(one) for one in guardians if one and _sees(one)]
    return sorted(found, key=lambda one: (one.guardian is not None, one.name))


def print_of(readers: list[Reader]) -> str:
    """A short mark of who was shown: when it differs, others would read it now."""
    who = " ".join(sorted(f"{one.user_id} {one.name}" for one in readers))
    return hashlib.sha256(who.encode()).hexdigest()[:16]


def _has_own_page(child: Child) -> bool:
    return child.age is not None and child.age >= child.municipality.own_page_age


def _guardians_see(child: Child) -> bool:
    return child.age is None or child.age < child.municipality.guardian_sight_age


def _sees(one: Guardianship) -> bool:
    return one.ended_at is None and one.may_see and not one.barred


def _young_person(child: Child) -> OfFamily:
    return OfFamily(child.name, _("the young person"), None, child.account_id)


def _guardian(one: Guardianship) -> OfFamily:
    role = _("guardian") if one.tie == Tie.PARENT else str(Tie(one.tie).label).lower()
    return OfFamily(one.name, role, one, one.user_id)


def _member(member: joining.Member, log: Log) -> Reader:
    user = member.user
    role = log.child.work_of(member.job)
    return Reader(user.name, role, user.pk, is_holder=user.pk == log.holder_id)
