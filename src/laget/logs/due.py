"""What one person must do now, and for which child. Knows dates, not pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    DateField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast, TruncDate

from laget.accounts.models import User
from laget.children.models import Child
from laget.concerns.models import Advice, Concern, Discussion
from laget.consents.models import Consent
from laget.kernel import clock, workdays
from laget.logs.models import Goal, Handover, Intervention, Log, Participation

WARNED = timedelta(days=60)  # so long before it runs out, a consent is worth a thought
WEEK = 5  # working days

Rows = QuerySet[Any, Any]


class Kind(StrEnum):
    """What is to be done."""

    REVIEW = "review"
    GOAL = "goal"
    LOG = "log"
    CONCERN = "concern"
    CONCERN_LEFT = "concern_left"
    GOAL_LEFT = "goal_left"
    INTERVENTION_LEFT = "intervention_left"
    HANDOVER = "handover"
    CONSENT_ENDS = "consent_ends"
    CONSENT_MISSING = "consent_missing"
    QUESTION = "question"
    ADVICE = "advice"
    REPORT = "report"


LEFT = {Kind.GOAL_LEFT, Kind.INTERVENTION_LEFT}
WAITING = {
    *(Kind.HANDOVER, Kind.CONSENT_MISSING, Kind.QUESTION, Kind.ADVICE),
    *(Kind.CONCERN_LEFT, *LEFT),
}


@dataclass(frozen=True)
class Line:
    """One thing to do: what, on which record, about whom, and by when."""

    kind: Kind
    on: date | None
    child_id: UUID | None
    record: UUID
    words: str
    child: str = ""
    count: int = 1

    @property
    def act_by(self) -> date | None:
        """The last working day before it is too late."""
        return workdays.last_on_or_before(self.on) if self.on else None


@dataclass(frozen=True)
class Day:
    """A person's lines, in the order in which they are worth looking at."""

    overdue: list[Line]
    soon: list[Line]
    waiting: list[Line]
    later: list[Line]

    @property
    def is_clear(self) -> bool:
        return not (self.overdue or self.soon or self.waiting or self.later)


def lines(user: User) -> list[Line]:
    """All that waits for the person. Two queries, whatever the number of lines."""
    first, *others = _asked(user)
    rows = first.union(*others, all=True)
    found = [Line(Kind(kind), *rest) for kind, *rest in rows]
    return named(_together(dict.fromkeys(found)))


def named(found: Iterable[Line]) -> list[Line]:
    """The same lines with the child's name, as far as the person may know it."""
    found = list(found)
    keys = {line.child_id for line in found if line.child_id}
    names = dict(Child.objects.filter(pk__in=keys).values_list("pk", "name"))
    return [
        replace(line, child=names.get(line.child_id, "")) if line.child_id else line
        for line in found
    ]


def sort(found: Iterable[Line]) -> Day:
    """Overdue, due this week (in working days), waiting for an answer, and the rest."""
    today = clock.today()
    week = max(workdays.ahead(today, WEEK), today + timedelta(days=6))
    day = Day([], [], [], [])
    for line in sorted(found, key=lambda line: (line.on or date.max, line.child)):
        _group(day, line, today, week).append(line)
    return day


def _together(found: Iterable[Line]) -> list[Line]:
    """What has lost its owner is one line for each child: the first, and how many."""
    lines: dict[object, Line] = {}
    for line in found:
        key = (line.kind, line.child_id) if line.kind in LEFT else line
        first = lines.get(key)
        lines[key] = replace(first, count=first.count + 1) if first else line
    return list(lines.values())


def _group(day: Day, line: Line, today: date, week: date) -> list[Line]:
    if line.kind in WAITING:
        return day.waiting
    if line.on is None or (line.act_by or line.on) > week:
        return day.later
    return day.overdue if line.on < today else day.soon


def _asked(user: User) -> list[Rows]:
    return [
        *_with_a_date(user),
        _rows(Kind.CONSENT_ENDS, _ending(user), "expires_at", "child", "service__name"),
        _rows(
            Kind.CONSENT_MISSING,
            _without_consent(user),
            "joined_at",
            "log__child",
            "employment__unit__service__name",
        ),
        _rows(
            Kind.HANDOVER,
            Handover.objects.open().filter(to__user=user, to__ended_at=None),
            "from_on",
            "log__child",
            "offered_by__name",
        ),
        *_discussions(user),
        *_without_owner(user),
    ]


def _with_a_date(user: User) -> list[Rows]:
    """What the person owns or holds. (A closed log has nothing open in it.)"""
    week = workdays.ahead(clock.today(), WEEK) + timedelta(days=7)
    reviews = Intervention.objects.open().filter(owner=user, review_on__lte=week)
    goals = Goal.objects.open().filter(owner=user, next_on__lte=week)
    logs = Log.objects.open().filter(holder=user, next_on__lte=week)
    concerns = Concern.objects.open().filter(owner=user)
    return [
        _rows(Kind.REVIEW, reviews, "review_on", "log__child", "text"),
        _rows(Kind.GOAL, goals, "next_on", "log__child", "text"),
        _rows(Kind.LOG, logs, "next_on", "child"),
        _rows(Kind.CONCERN, concerns, "next_on", "child", "label"),
    ]


def _without_owner(user: User) -> list[Rows]:
    """What the owner has left: in the logs the person holds, the units they lead."""
    left = Concern.objects.left_behind(user)
    theirs = {"log__holder": user, "log__closed_at": None}
    goals = Goal.objects.open().filter(~_owner_sees(), **theirs)
    done = Intervention.objects.open().filter(~_owner_sees(), **theirs)
    return [
        _rows(Kind.CONCERN_LEFT, left, "next_on", "child", "owner__name"),
        _rows(Kind.GOAL_LEFT, goals, "next_on", "log__child", "text"),
        _rows(Kind.INTERVENTION_LEFT, done, "review_on", "log__child", "text"),
    ]


def _owner_sees() -> Exists:
    """The owner is on the team, at work, and has a basis: as the database has it."""
    given = Consent.objects.standing().filter(
        child=OuterRef("log__child"), service=OuterRef("employment__unit__service")
    )
    own = Q(employment__unit=F("log__unit")) | ~Q(statute="")
    mine = Participation.objects.current().filter(
        own | Q(Exists(given)), log=OuterRef("log"), employment__user=OuterRef("owner")
    )
    return Exists(mine)


def _ending(user: User) -> QuerySet[Consent]:
    """Consents that run out soon, for the logs that the person holds."""
    held = Log.objects.open().filter(holder=user)
    return Consent.objects.standing().filter(
        child__in=held.values("child"), expires_at__lte=clock.now() + WARNED
    )


def _without_consent(user: User) -> QuerySet[Participation]:
    """Those on the team of a log the person holds, whom nothing now lets see it."""
    consents = Consent.objects.standing().filter(
        child=OuterRef("log__child"), service=OuterRef("employment__unit__service")
    )
    return (
        Participation.objects.current()
        .filter(log__holder=user, log__closed_at=None, statute="")
        .exclude(employment__unit=F("log__unit"))
        .exclude(Exists(consents))
    )


def _discussions(user: User) -> list[Rows]:
    """Questions to the person's teams without an answer; own ones that have got one."""
    answered = Exists(Advice.objects.filter(discussion=OuterRef("pk")))
    running = Discussion.objects.filter(closed_at=None)
    asked = running.filter(~answered).exclude(asked_by=user)
    answer = running.filter(answered, asked_by=user)
    return [
        _rows(Kind.QUESTION, asked, "asked_at", None, "team__name"),
        _rows(Kind.ADVICE, answer, "asked_at", None, "team__name"),
    ]


def _rows(
    kind: Kind, records: QuerySet[Any], on: str, child: str | None, words: str = ""
) -> Rows:
    """The columns of a `Line`, alike for every kind so that they can be one query."""
    field = records.model._meta.get_field(on)
    is_moment = isinstance(field, DateTimeField)
    return records.order_by().values_list(
        Value(kind.value, CharField()),
        TruncDate(on) if is_moment else Cast(on, DateField()),
        Cast(F(child) if child else Value(None), UUIDField()),
        "pk",
        Cast(F(words) if words else Value(""), TextField()),
    )
