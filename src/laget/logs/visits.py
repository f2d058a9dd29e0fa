"""Who has looked at what is written about a child, when, and by what right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Max, Min, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from laget.accounts.models import User
from laget.audit.models import Event
from laget.children.models import Child
from laget.kernel.acting import Role
from laget.kernel.prepared import any_of, prepared
from laget.logs.models import EmergencyAccess, Handover, Participation
from laget.organisation.models import Employment


class Why(StrEnum):
    """What let somebody in."""

    EMERGENCY = "emergency"
    FAMILY = "family"
    TEAM = "team"
    OFFERED = "offered"
    LEADER = "leader"
    GUEST = "guest"
    BEFORE = "before"


ASKED = "inquiry."  # whom a family wonders about is not told that they do


@dataclass(frozen=True)
class Visit:
    """One person's visits on one day. `actions` are the books' own words."""

    day: date
    first: datetime
    last: datetime
    person: str
    job: Employment | None
    why: Why
    reason: str
    actions: tuple[str, ...]
    part: str = ""  # a guest's: doctor, interpreter
    actor: UUID | None = None


@dataclass
class Grounds:
    """What is known of those who looked: work, team, offers and emergencies."""

    people: dict[UUID, str] = field(default_factory=dict)
    jobs: dict[UUID, Employment] = field(default_factory=dict)
    parts: list[Participation] = field(default_factory=list)
    offers: list[Handover] = field(default_factory=list)
    emergencies: list[EmergencyAccess] = field(default_factory=list)
    guests: Mapping[UUID, str] = field(default_factory=dict)


def days(child: Child) -> QuerySet[Event, Any]:
    """Each day and person that the books have about the child, the latest first."""
    return (
        Event.objects.filter(subject=child.pk)
        .exclude(action__startswith=ASKED)
        .annotate(day=TruncDate("at"))
        .values("day", "actor", "role")
        .annotate(
            first=Min("at"), last=Max("at"), actions=ArrayAgg("action", distinct=True)
        )
        .order_by("-last", "actor")
    )


def visits(
    child: Child,
    rows: Iterable[dict[str, Any]],
    *,
    guests: Mapping[UUID, str] | None = None,
    reader: UUID | None = None,
) -> list[Visit]:
    """The same, with names, posts and by what right. Five queries, however many.

    `guests` are the parts of those who have had a guest's chair, by person. `reader`
    needs no name: they are told that it was themselves.
    """
    rows = list(rows)
    grounds = _grounds(child, {row["actor"] for row in rows} - {reader})
    grounds.guests = guests or {}
    return [_visit(row, grounds) for row in rows]


def _grounds(child: Child, actors: set[UUID]) -> Grounds:
    those = list(actors)
    works = _jobs(people=those)
    people = {job.user_id: job.user.name for job in works}
    if others := actors - set(people):  # the family, and guests
        people |= dict(_names(people=list(others)))
    return Grounds(
        people=people,
        jobs={job.user_id: job for job in works},
        parts=_parts(child=child.pk, people=those),
        offers=_offers(child=child.pk),
        emergencies=_emergencies(child=child.pk, people=those),
    )


@prepared
def _jobs(people: list[UUID]) -> QuerySet[Employment]:
    jobs = Employment.objects.filter(any_of("user", people)).order_by("-ended_at")
    return jobs.select_related("user", "unit__service")


@prepared
def _names(people: list[UUID]) -> QuerySet[User, Any]:
    return User.objects.filter(any_of("pk", people)).values_list("pk", "name")


@prepared
def _parts(child: UUID, people: list[UUID]) -> QuerySet[Participation]:
    parts = Participation.objects.filter(log__child=child)
    theirs = parts.filter(any_of("employment__user", people))
    return theirs.select_related("employment__user", "employment__unit__service")


@prepared
def _offers(child: UUID) -> QuerySet[Handover]:
    return Handover.objects.filter(log__child=child).select_related("to")


@prepared
def _emergencies(child: UUID, people: list[UUID]) -> QuerySet[EmergencyAccess]:
    return EmergencyAccess.objects.filter(any_of("person", people), child=child)


def _visit(row: dict[str, Any], grounds: Grounds) -> Visit:
    actor, first, last = row["actor"], row["first"], row["last"]
    emergency = next(
        (
            one
            for one in grounds.emergencies
            if one.person_id == actor and one.opened_at <= last and first <= one.until
        ),
        None,
    )
    part = next((p for p in grounds.parts if _took_part(p, row)), None)
    return Visit(
        day=row["day"],
        first=first,
        last=last,
        person=grounds.people.get(actor, ""),
        job=None if row["role"] == Role.GUEST else _job(part, grounds, actor),
        why=_why(row, grounds, emergency, part),
        reason=emergency.reason if emergency else "",
        actions=tuple(row["actions"]),
        part=grounds.guests.get(actor, "") if row["role"] == Role.GUEST else "",
        actor=actor,
    )


def _job(
    part: Participation | None, grounds: Grounds, actor: UUID
) -> Employment | None:
    return part.employment if part else grounds.jobs.get(actor)


def _why(
    row: dict[str, Any],
    grounds: Grounds,
    emergency: EmergencyAccess | None,
    part: Participation | None,
) -> Why:
    actor = row["actor"]
    if row["role"] == Role.FAMILY:
        return Why.FAMILY
    if row["role"] == Role.GUEST:
        return Why.GUEST
    if emergency:
        return Why.EMERGENCY
    if part:
        return Why.TEAM
    if any(offer.to.user_id == actor for offer in grounds.offers):
        return Why.OFFERED
    if "log.hand_on" in row["actions"] or any(
        offer.offered_by_id == actor for offer in grounds.offers
    ):
        return Why.LEADER
    return Why.BEFORE


def _took_part(part: Participation, row: dict[str, Any]) -> bool:
    """On that day: from when they joined until they left."""
    joined, left = timezone.localdate(part.joined_at), part.left_at
    return (
        part.employment.user_id == row["actor"]
        and joined <= row["day"]
        and (left is None or row["day"] <= timezone.localdate(left))
    )
