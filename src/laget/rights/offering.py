"""What is to be offered now, from what has happened in a log. It decides nothing.

Nothing has to be remembered when something happens: who joined, when the level was
raised and when the child moved is asked for each time, so that no occasion is missed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from laget.accounts.models import User
from laget.kernel.prepared import prepared
from laget.logs.due import Kind, Line
from laget.logs.models import LevelChange, Log, Participation
from laget.organisation.models import Kind as Service
from laget.rights.models import Offer, OfferRule, Said
from laget.rights.models.offer import OPEN, When

HEALTH = {
    *(Service.HEALTH, Service.MENTAL_HEALTH, Service.THERAPY),
    *(Service.DOCTOR, Service.SPECIALIST),
}
RULE = ("id", "when", "offer", "title", "within_days")
NTH = {When.FIRST: 1, When.SECOND: 2, When.THIRD: 3}
SHARED = 2  # from this level on the log is shared with others
LEVEL = {When.LEVEL_2: 2, When.LEVEL_3: 3}


@dataclass(frozen=True)
class Joined:
    """Somebody of a service came onto the team."""

    service: UUID
    kind: str
    at: datetime


@dataclass(frozen=True)
class Story:
    """What has happened in a log that an offer may follow from."""

    level: int
    opened_at: datetime
    moved_at: datetime | None
    service: UUID
    joined: tuple[Joined, ...]
    changes: tuple[tuple[int, int, datetime], ...]  # from, to, when

    def occasion(self, when: str) -> datetime | None:
        """When it last was an occasion for this, if ever."""
        match When(when):
            case When.TRANSITION:
                return self.moved_at
            case When.LEVEL_2 | When.LEVEL_3 as raised:
                return self._raised_to(LEVEL[raised])
            case When.TWO_HEALTH:
                return _nth(self._first_times(HEALTH), 2)
            case nth:
                return _nth(self._from_outside(), NTH[nth])

    def _raised_to(self, level: int) -> datetime | None:
        first = self.changes[0][0] if self.changes else self.level
        times = [self.opened_at] if first >= level else []
        times += [at for was, to, at in self.changes if was < level <= to]
        return max(times, default=None)

    def _first_times(self, kinds: set[Service]) -> dict[UUID, datetime]:
        found: dict[UUID, datetime] = {}
        for each in self.joined:
            if each.kind in kinds:
                found.setdefault(each.service, each.at)
        return found

    def _from_outside(self) -> dict[UUID, datetime]:
        """Services that came when the follow-up was not their own unit's task.

        It was the task of the one who opened it; after a move, of the unit it is now.
        """
        first = self._first_times(set(Service))
        own = {self.joined[0].service: self.opened_at} if self.joined else {}
        own.setdefault(self.service, self.moved_at or self.opened_at)
        return {s: at for s, at in first.items() if s not in own or at < own[s]}


def _nth(times: dict[UUID, datetime], number: int) -> datetime | None:
    found = sorted(times.values())
    return found[number - 1] if len(found) >= number else None


@dataclass(frozen=True)
class Due:
    """A rule that waits: since when, and by when; `offer` where it was made before."""

    rule: UUID
    title: str
    occasion_at: datetime
    on: date
    offer: UUID | None = None


def due(story: Story, rules: Iterable[Any], offers: Iterable[Any]) -> Iterator[Due]:
    """What is to be offered, and what the family is to be asked about again."""
    made: dict[str, list[Any]] = {}
    for offer in offers:
        made.setdefault(offer["rule"], []).append(offer)
    for rule in rules:
        mine = made.get(rule["id"], [])
        occasion = story.occasion(rule["when"])
        if waits := [each for each in mine if each["said"] in OPEN]:
            yield _asked_again(rule, waits[0])
        elif _is_there(rule, story):
            continue
        elif occasion and all(_at(each["occasion_at"]) < occasion for each in mine):
            by = timezone.localdate(occasion) + timedelta(days=rule["within_days"])
            yield Due(UUID(rule["id"]), rule["title"], occasion, by)


def _is_there(rule: Any, story: Story) -> bool:
    """What would be offered is in use already: the shared log itself."""
    return bool(rule["offer"] == "log" and story.level >= SHARED)


def _asked_again(rule: Any, offer: Any) -> Due:
    again = date.fromisoformat(offer["next_on"])
    since = _at(offer["occasion_at"])
    return Due(UUID(rule["id"]), rule["title"], since, again, UUID(offer["id"]))


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


# Read from the database ---------------------------------------------------------------


def due_in(log: Log) -> list[Due]:
    """What waits in one log. One statement."""
    found = _told(log=log.pk)
    return list(_due_of(found[0])) if found else []


def lines(user: User) -> Iterator[Line]:
    """What waits in the logs that somebody holds, for their day. One statement."""
    for log in _held(holder=user.pk):
        for one in _due_of(log):
            yield Line(Kind.OFFER, one.on, log.child_id, log.pk, one.title, log.name)


def story_of(log: Any) -> Story:
    """The story of a log that was read as in `told_with`."""
    return Story(
        log.level,
        log.opened_at,
        log.moved_at,
        log.unit.service_id,
        tuple(Joined(UUID(j["service"]), j["kind"], _at(j["at"])) for j in log.joined),
        tuple((c["from_level"], c["to_level"], _at(c["at"])) for c in log.changes),
    )


def _due_of(log: Any) -> Iterator[Due]:
    return due(story_of(log), log.rules, log.made)


def told_with(logs: QuerySet[Log]) -> QuerySet[Any]:
    """The logs, each with what an offer may follow from, its rules and its offers."""
    changes = LevelChange.objects.filter(log=OuterRef("pk")).order_by("decided_at")
    moves = JSONObject(
        at=F("decided_at"), from_level=F("from_level"), to_level=F("to_level")
    )
    found: QuerySet[Any] = logs.select_related("unit").annotate(
        joined=ArraySubquery(_joined()),
        changes=ArraySubquery(changes.values(row=moves)),
        rules=ArraySubquery(rules_of(OuterRef("child__municipality"))),
        made=ArraySubquery(made_in(OuterRef("pk"))),
    )
    return found


def _joined() -> QuerySet[Any, Any]:
    parts = Participation.objects.filter(log=OuterRef("pk")).order_by("joined_at", "pk")
    unit = "employment__unit__service"
    said = JSONObject(at=F("joined_at"), service=F(unit), kind=F(f"{unit}__kind"))
    return parts.values(row=said)


def rules_of(municipality: Any) -> QuerySet[Any, Any]:
    """A municipality's rules, as JSON."""
    rules = OfferRule.objects.filter(municipality=municipality)
    found: QuerySet[Any, Any] = rules.order_by("position", "key")
    return found.values(row=_json(*RULE))


def made_in(log: Any) -> QuerySet[Any, Any]:
    """What has been offered in a log, the newest first, as JSON."""
    offers = Offer.objects.filter(log=log).order_by("-made_at")
    names = ("id", "occasion_at", "said", "said_on", "next_on", "offered_on")
    said = JSONObject(
        rule=F("rule"), title=F("rule__title"), **{name: F(name) for name in names}
    )
    return offers.values(row=said)


def _json(*names: str) -> JSONObject:
    return JSONObject(**{name: F(name) for name in names})


@prepared
def _told(log: UUID) -> QuerySet[Any]:
    return told_with(Log.objects.filter(pk=log))


@prepared
def _held(holder: UUID) -> QuerySet[Any]:
    """Only where the municipality has such rules; elsewhere it costs little."""
    rules = OfferRule.objects.filter(municipality=OuterRef("child__municipality"))
    held = Log.objects.open().filter(Exists(rules), holder=holder)
    found: QuerySet[Any] = told_with(held).annotate(name=F("child__name"))
    return found


__all__ = ["Due", "Joined", "Said", "Story", "due", "due_in", "lines"]
