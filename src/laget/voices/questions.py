"""What others ask about the child's own words, and what families are asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from laget.accounts.models import User
from laget.audit.models import Event, note_own
from laget.children.models import Child
from laget.kernel import clock
from laget.logs.models import Log, Review
from laget.voices.models import Experience, Voice

PUT_AWAY = "experience.put_away"
ASKED_WITHIN = timedelta(days=90)  # after that nobody remembers well enough


@dataclass(frozen=True)
class Asked:
    """What the three questions are about: a review, or the end of the follow-up."""

    log: Log
    record: UUID
    at: datetime

    @property
    def is_the_end(self) -> bool:
        return self.record == self.log.pk


def wanted_at_meeting(child: Child) -> Voice | None:
    """What the child last said it wants taken up at a meeting, and with whom there.

    For whoever prepares a meeting: `take_up`, `there`, `not_there` and `how_told`, as
    the child wrote them. None when it has said nothing of it, or taken it back.
    """
    said = Voice.objects.filter(child=child).shared()
    return said.exclude(take_up="", there="", not_there="").first()


def to_ask(log: Log, user: User) -> Asked | None:
    """What to ask this person about now: what is newer than their last answer.

    A review that is held back from them is not there for them, and not asked about.
    """
    answered = dict(
        Experience.objects.filter(log=log, by=user).values_list("record", "at")
    )
    return still_to_ask(log, None if log.closed_at else _latest_review(log), answered)


def still_to_ask(
    log: Log, review: Asked | None, answered: Mapping[UUID, datetime]
) -> Asked | None:
    """The same, for a page that has read the latest review and what was answered."""
    asked = _end(log) if log.closed_at else review
    since = max([*answered.values(), clock.now() - ASKED_WITHIN])
    if asked is None or asked.record in answered or asked.at < since:
        return None
    return asked


def to_ask_about(child: Child, user: User) -> Asked | None:
    """The same, for a child: of its logs, the latest that there is something to ask."""
    lately = Q(closed_at=None) | Q(closed_at__gte=clock.now() - ASKED_WITHIN)
    logs = Log.objects.filter(lately, child=child).order_by("-opened_at")
    return next(filter(None, (to_ask(log, user) for log in logs)), None)


def put_away(child: Child, user: User) -> None:
    """Do not ask on the plan about what is asked about now; kept with the person."""
    asked = to_ask_about(child, user)
    if asked and str(asked.record) not in records_put_away(user):
        note_own(PUT_AWAY, user.pk, record=str(asked.record))


def records_put_away(user: User) -> QuerySet[Event, Any]:
    """What this person has put away, by its key; a question of a page of theirs."""
    mine = Event.objects.filter(subject=user.pk, action=PUT_AWAY, actor=user.pk)
    return mine.order_by().values_list("details__record", flat=True)


def _latest_review(log: Log) -> Asked | None:
    reviews = Review.objects.filter(log=log).order_by("-reviewed_at")
    latest = reviews.only("reviewed_at").first()
    return Asked(log, latest.pk, latest.reviewed_at) if latest else None


def _end(log: Log) -> Asked:
    assert log.closed_at
    return Asked(log, log.pk, log.closed_at)
