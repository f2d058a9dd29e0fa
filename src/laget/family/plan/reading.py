"""What the plan shows, read in few questions: their number never grows with rows.

The database leaves out what the reader may not see; nothing here asks who they are.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from laget.access import family_plan
from laget.accounts.models import User
from laget.audit.models import Event
from laget.children.models import Child
from laget.consents.models import Consent
from laget.kernel import clock
from laget.kernel.acting import Role
from laget.kernel.prepared import prepared
from laget.logs.models import Entry, Goal, Intervention, Log, Participation, Review
from laget.meetings.models import Meeting
from laget.voices.models import Experience
from laget.voices.questions import records_put_away

SAME_VISIT = timedelta(hours=1)  # who comes back within the hour was never away
LATEST = 5  # of what is written, on the plan itself
ASKED = "effect decision seen child_view heard guardians_view next_on"


@dataclass
class Plan:
    """All that is agreed about one child. `log` is the latest; `earlier` the others."""

    child: Child
    reader: User
    logs: list[Any] = field(default_factory=list)
    team: list[Participation] = field(default_factory=list)
    goals: list[Any] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    written: list[Entry] = field(default_factory=list)
    is_asked: bool = False

    @property
    def log(self) -> Any:
        return self.logs[0] if self.logs else None

    @property
    def earlier(self) -> list[Any]:
        return self.logs[1:]

    @property
    def goes_on(self) -> bool:
        return bool(self.log and self.log.is_open)

    @property
    def is_own(self) -> bool:
        """The reader is the young person: then every word is to them."""
        return self.child.account_id == self.reader.pk

    @property
    def since(self) -> datetime | None:
        """When the reader was here before; None the first time."""
        latest: datetime | None = self.log.since if self.log else None
        return latest

    @property
    def doing(self) -> list[Any]:
        """What is being done now, for each goal that still is one."""
        open_goals = [goal for goal in self.goals if not goal.ended_at]
        return [one for goal in open_goals for one in goal.done if not one.ended_at]


def read(child: Child, reader: User) -> Plan:
    now = clock.now()
    logs = _logs(child=child.pk, reader=reader.pk, until=now - SAME_VISIT, now=now)
    found = Plan(child, reader, logs=logs)
    if not found.logs:
        found.is_asked = Consent.objects.filter(child=child).exists()
        return found
    found.goals = _goals(child)
    found.written = _latest(child=child.pk)
    if found.goes_on:
        found.team = _team(log=found.log.pk)
        found.meetings = _meetings(log=found.log.pk, now=now)
    return found


def written(child: UUID) -> QuerySet[Entry]:
    """What stands in the logs about the child, the newest first."""
    entries = Entry.objects.standing().filter(log__child=child)
    return entries.select_related("written_by").order_by("-written_at", "pk")


@prepared
def _latest(child: UUID) -> QuerySet[Entry]:
    return written(child)[:LATEST]


@prepared
def _team(log: UUID) -> QuerySet[Participation]:
    return Participation.objects.filter(log=log).current().for_team()


@prepared
def _meetings(log: UUID, now: datetime) -> QuerySet[Meeting]:
    return Meeting.objects.coming(now).filter(log=log)


def here_before(child: Child, reader: User) -> datetime | None:
    until = clock.now() - SAME_VISIT
    latest: datetime | None = _visits(child.pk, reader.pk, until).first()
    return latest


def _visits(child: UUID, reader: UUID, until: datetime) -> QuerySet[Event, Any]:
    """When the reader has been here, the last time first; this visit is not one yet."""
    pages = [str(family_plan.READ), str(family_plan.READ_WRITTEN)]
    visits = Event.objects.filter(subject=child, action__in=pages, role=Role.FAMILY)
    before = visits.filter(actor=reader, at__lt=until)
    return before.order_by("-at").values_list("at", flat=True)


@prepared
def _logs(child: UUID, reader: UUID, until: datetime, now: datetime) -> QuerySet[Any]:
    """The one that goes on, then the latest; the services with a yes, or that ask."""
    agreed = Consent.objects.standing(now).filter(child=OuterRef("child"))
    asked = Consent.objects.waiting_for(reader, now).filter(child=OuterRef("child"))
    found: QuerySet[Any] = (
        Log.objects.filter(child=child)
        .select_related("holder", "unit")
        .annotate(
            since=Subquery(_visits(child, reader, until)[:1]),
            services=ArraySubquery(agreed.values("service")),
            waiting=ArraySubquery(asked.order_by("asked_at").values("service__name")),
            answered=ArraySubquery(_answered(reader)),
            put_away=ArraySubquery(records_put_away(User(pk=reader))),
        )
        .order_by(F("closed_at").desc(nulls_first=True))
    )
    return found


def _answered(reader: UUID) -> QuerySet[Experience, Any]:
    mine = Experience.objects.filter(log=OuterRef("pk"), by=reader)
    return mine.values(told=JSONObject(record=F("record"), at=F("at")))


def _goals(child: Child) -> list[Any]:
    """The goals, each with what is done for it as `done`. Two questions."""
    by_goal: dict[UUID, list[Any]] = {}
    for one in _interventions(child=child.pk):
        one.reviewed = [_with_moment(told) for told in one.reviewed]
        by_goal.setdefault(one.goal_id, []).append(one)
    found = _goals_of(child=child.pk)
    for goal in found:
        goal.done = by_goal.get(goal.pk, [])
    return found


@prepared
def _goals_of(child: UUID) -> QuerySet[Goal]:
    goals = Goal.objects.filter(log__child=child).select_related("owner")
    return goals.order_by("set_at", "pk")


@prepared
def _interventions(child: UUID) -> QuerySet[Any]:
    """Each with how it went: every time it was looked at, the latest first."""
    looked = Review.objects.filter(intervention=OuterRef("pk"))
    told = JSONObject(
        at=F("reviewed_at"), pk=F("pk"), **{n: F(n) for n in ASKED.split()}
    )
    reviewed = ArraySubquery(looked.order_by("-reviewed_at", "pk").values(told=told))
    doing = Intervention.objects.filter(log__child=child).select_related("owner")
    found: QuerySet[Any] = doing.annotate(reviewed=reviewed)
    return found.order_by("starts_on", "review_on", "pk")


def _with_moment(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"at": datetime.fromisoformat(told["at"])}
