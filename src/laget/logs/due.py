"""What one person must do now, and for which child. Knows dates, not pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from laget.accounts.models import User
from laget.kernel import clock, workdays
from laget.logs import waiting
from laget.logs.waiting import WEEK


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
    REQUEST = "request"
    REQUEST_ASKED = "request_asked"
    OFFER = "offer"


ORDER = {kind: n for n, kind in enumerate(Kind)}
LEFT = {Kind.GOAL_LEFT, Kind.INTERVENTION_LEFT}
WAITING = {
    *(Kind.HANDOVER, Kind.CONSENT_MISSING, Kind.QUESTION, Kind.ADVICE),
    *(Kind.CONCERN_LEFT, Kind.REQUEST_ASKED, *LEFT),
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


ALSO: list[Callable[[User], Iterable[Line]]] = []  # floors above add what they know


def lines(user: User) -> list[Line]:
    """All that waits for the person. One question, whatever the number of lines."""
    mine = [Line(Kind(kind), *rest) for kind, *rest in waiting.rows(user.pk)]
    return _together([*mine, *(line for ask in ALSO for line in ask(user))])


def sort(found: Iterable[Line]) -> Day:
    """Overdue, due this week (in working days), waiting for an answer, and the rest."""
    today = clock.today()
    week = max(workdays.ahead(today, WEEK), today + timedelta(days=6))
    day = Day([], [], [], [])
    for line in sorted(found, key=_place):
        _group(day, line, today, week).append(line)
    return day


def _place(line: Line) -> tuple[date, str, int]:
    return line.on or date.max, line.child, ORDER[line.kind]


def _together(found: Iterable[Line]) -> list[Line]:
    """What has lost its owner is one line for each child: the first, and how many."""
    lines: dict[object, Line] = {}
    for line in sorted(found, key=lambda line: (*_place(line), str(line.record))):
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
