"""What is written about the child, the newest first, with one's own comments beside."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.timezone import is_naive
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models import Child
from laget.logs.models import Entry, Review
from laget.meetings.models import Minutes
from laget.voices.comments import beside
from laget.voices.models import Comment

SHOWN = 10


@dataclass(frozen=True)
class Written:
    """A note, how something went, or the minutes of a meeting."""

    key: UUID
    kind: str | Promise
    at: datetime
    by: str
    words: str
    comments: list[Comment] = field(default_factory=list)

    @property
    def address(self) -> str:
        return str(self.key)


@dataclass(frozen=True)
class Some:
    """The newest ten of what there is; `older` is where the next ten begin."""

    each: list[Written]
    older: datetime | None
    is_earlier: bool


def written(child: Child, reader: User, *, before: str = "") -> Some:
    """Four questions. What one may comment on, and say is not right."""
    until = _moment(before)
    every = [*_notes(child, until), *_reviews(child, until), *_minutes(child, until)]
    every.sort(key=lambda one: one.at, reverse=True)
    mine = beside(child)
    shown = [
        Written(one.key, one.kind, one.at, one.by, one.words, mine.get(one.key, []))
        for one in every[:SHOWN]
    ]
    older = shown[-1].at if len(every) > SHOWN else None
    return Some(shown, older, is_earlier=until is not None)


def _notes(child: Child, until: datetime | None) -> list[Written]:
    found = Entry.objects.standing().filter(_earlier("written_at", until))
    mine = found.filter(log__child=child).select_related("written_by")
    return [
        Written(e.pk, _("A note"), e.written_at, e.written_by.name, e.text)
        for e in mine.order_by("-written_at")[: SHOWN + 1]
    ]


def _reviews(child: Child, until: datetime | None) -> list[Written]:
    found = Review.objects.filter(_earlier("reviewed_at", until), log__child=child)
    return [
        Written(r.pk, _("How it went"), r.reviewed_at, r.reviewed_by.name, r.seen)
        for r in found.select_related("reviewed_by").order_by("-reviewed_at")[
            : SHOWN + 1
        ]
    ]


def _minutes(child: Child, until: datetime | None) -> list[Written]:
    shared = Minutes.objects.filter(meeting__log__child=child, shared_at__isnull=False)
    found = shared.filter(_earlier("shared_at", until)).select_related("written_by")
    return [
        Written(m.pk, _("Minutes of a meeting"), m.shared_at, m.written_by.name, m.text)
        for m in found.order_by("-shared_at")[: SHOWN + 1]
        if m.shared_at
    ]


def _earlier(column: str, until: datetime | None) -> Any:
    return Q(**{f"{column}__lt": until}) if until else Q()


def _moment(typed: str) -> datetime | None:
    try:
        found = parse_datetime(typed)
    except ValueError:
        return None
    return None if found is None or is_naive(found) else found
