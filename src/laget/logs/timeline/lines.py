"""What has happened around a child, newest first, a stretch at a time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from laget.accounts.models import User
from laget.audit.models import Event
from laget.children.models import Child
from laget.kernel.prepared import any_of, prepared
from laget.logs.models import Entry, EntryKind
from laget.logs.timeline import words
from laget.logs.timeline.kinds import ACTIONS, About, Kind, actions_of
from laget.logs.timeline.records import Told, records

SIZE = 50


@dataclass(frozen=True)
class Recalled:
    """A mistaken entry: who took it away, why, and who had opened the page."""

    by: str
    why: str
    readers: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One thing that happened: what, who and when, and the words that belong to it.

    `words` are pairs: what a text is ("" where it needs no name), and the text.
    """

    key: UUID
    at: datetime
    kind: Kind
    about: About
    action: str
    by: UUID
    who: str
    title: str
    words: tuple[tuple[str, str], ...]
    record: UUID
    told: Told
    recalled: Recalled | None = None

    @property
    def is_voice(self) -> bool:
        return bool(self.told.get("kind") == EntryKind.VOICE)

    @property
    def is_changed(self) -> bool:
        """An entry whose earlier versions can be read."""
        return bool(self.told.get("version", 1) > 1) and self.recalled is None


@dataclass(frozen=True)
class Cursor:
    """Where a stretch begins: below this line."""

    at: datetime
    key: UUID

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.key}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """None for what was never one of ours."""
        at, _, key = text.partition("~")
        try:
            moment = datetime.fromisoformat(at)
            return cls(moment, UUID(key)) if moment.tzinfo else None
        except ValueError:
            return None


@dataclass(frozen=True)
class Stretch:
    """Some of the lines, and where the older ones begin; None when these are all."""

    lines: tuple[Line, ...]
    older: Cursor | None


def stretch(
    child: Child,
    concerns: Iterable[UUID] = (),
    *,
    kind: Kind | None = None,
    person: UUID | None = None,
    before: Cursor | None = None,
    size: int = SIZE,
) -> Stretch:
    """The newest `size` lines below `before`, as the actor may see them.

    `concerns` are those it grew from: what happened before they named the child is
    written under their own key. Costs two queries.
    """
    events = _events(
        subjects=[child.pk, *concerns],
        child=child.pk,
        kind=kind,
        person=person,
        at=before and before.at,
        key=before and before.key,
        size=size + 1,
    )
    shown = events[:size]
    last = shown[-1] if len(events) > size else None
    return Stretch(_lines(shown, child), Cursor(last.at, last.pk) if last else None)


@prepared
def _events(
    subjects: list[UUID],
    child: UUID,
    kind: Kind | None,
    person: UUID | None,
    at: datetime | None,
    key: UUID | None,
    size: int,
) -> QuerySet[Event]:
    """A yes is told when it counts (`consent.given`); a no is told at once."""
    undone = Entry.objects.undone().filter(log__child=child).values("pk")
    name = User.objects.filter(pk=OuterRef("actor")).values("name")
    a_yes = Q(action="consent.answered") & ~Q(details__said="no")
    found = Event.objects.filter(
        any_of("subject", subjects), action__in=actions_of(kind)
    )
    found = found.exclude(a_yes).exclude(object__in=undone)
    found = found.filter(actor=person) if person else found
    if at and key:
        found = found.filter(Q(at__lt=at) | Q(at=at, pk__lt=key))
    return found.annotate(name=Subquery(name)).order_by("-at", "-pk")[:size]


def _lines(events: list[Any], child: Child) -> tuple[Line, ...]:
    keys: dict[About, set[UUID]] = defaultdict(set)
    for event in events:
        keys[ACTIONS[event.action][1]].add(event.object)
    known = records(keys)
    if child.is_hidden_at_home:  # no line tells where the child is
        known = {key: _without_units(told) for key, told in known.items()}
    return tuple(_line(e, known[e.object]) for e in events if e.object in known)


def _without_units(told: Told) -> Told:
    return {k: "" if k.endswith("unit__name") else v for k, v in told.items()}


def _line(event: Any, told: Told) -> Line:
    kind, about = ACTIONS[event.action]
    recalled = None
    if told.get("recalled_at"):
        recalled = Recalled(
            told["recalled_by__name"], told["recall_reason"], tuple(told["readers"])
        )
    return Line(
        key=event.pk,
        at=event.at,
        kind=kind,
        about=about,
        action=event.action,
        by=event.actor,
        who=event.name or "",
        title=words.title(event.action, told, event.details),
        words=() if recalled else words.words(event.action, told),
        record=event.object,
        told=told,
        recalled=recalled,
    )
