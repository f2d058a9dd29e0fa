"""Which visits somebody in the family is told of: a page at a time, and no trace more.

A line in the books is told of when what it is about is theirs to see: a record that is
held back from them, a draft, or a conversation they are not in leaves nothing here
either. Of their own family's visits they see their own; the young person also that a
guardian was there (docs/decisions/0015).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Max, Min, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import TruncDate
from django.utils import timezone

from laget.accounts.models import User
from laget.audit.models import Event
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.acting import Role
from laget.kernel.prepared import prepared
from laget.kernel.protected import protected_models

DAYS = timedelta(days=30)
ROWS = 50
DAY = timedelta(days=1)
BOOKS = "audit"
WAITS = "conversation.waits"  # that somebody is not told yet is not told
SEATS = "SELECT told_seats()"


@dataclass(frozen=True)
class Page:
    """At most fifty rows of thirty days. `older` is where the next page begins."""

    rows: list[dict[str, Any]]
    older: datetime | None


def page(child: Child, to: User, *, before: datetime | None = None) -> Page:
    """What somebody in the family is told, the latest first. In four statements."""
    found = _window(child, to, before or clock.now(), before)
    if found.rows or found.older is None:
        return found
    earlier = told(child, to).filter(at__lt=found.older)
    return _window(child, to, earlier.aggregate(at=Max("at"))["at"], before)


def _window(child: Child, to: User, latest: datetime, before: datetime | None) -> Page:
    """Thirty days that end with `latest`, and whether there is more before them."""
    midnight = _midnight(timezone.localdate(latest))
    begin = midnight - DAYS + DAY
    rows = _grouped(
        child=child.pk,
        to=to.pk,
        is_own=child.account_id == to.pk,
        begin=begin,
        until=midnight + DAY,
        before=before,
    )
    if len(rows) > ROWS:
        return Page(rows[:ROWS], rows[ROWS - 1]["last"])
    has_more = told(child, to).filter(at__lt=begin).exists()
    return Page(rows, begin if has_more else None)


def everything(child: Child, to: User) -> list[dict[str, Any]]:
    """All of it, for somebody who takes it with them. One statement."""
    return list(_by_person(told(child, to)))


def told(child: Child, to: User) -> QuerySet[Event, Any]:
    """The lines of the books about the child that this person is told of."""
    return _told(child.pk, to.pk, is_own=child.account_id == to.pk)


def _told(child: UUID, to: UUID, *, is_own: bool) -> QuerySet[Event, Any]:
    what = Q(object=None) | Q(object=child) | Q(object__in=_seen())
    lines = Event.objects.filter(what, subject=child).exclude(action=WAITS)
    if is_own:  # the young person sees that a guardian was there
        return lines
    return lines.filter(~Q(role=Role.FAMILY) | Q(actor=to))


def on(child: Child, to: User, *, day: date, person: UUID) -> QuerySet[Any, Any]:
    """What one person did on one day, as the page shows it."""
    begin = _midnight(day)
    theirs = told(child, to).filter(actor=person)
    return _by_person(theirs.filter(at__gte=begin, at__lt=_midnight(day + DAY)))


def day_of(line: Event) -> date:
    """The day in Norway."""
    return timezone.localdate(line.at)


def anything_new(child: Child, to: User, since: datetime) -> bool:
    """Whether somebody else has been there since the page was made."""
    return told(child, to).filter(at__gt=since).exclude(actor=to.pk).exists()


@prepared
def _grouped(
    child: UUID,
    to: UUID,
    is_own: bool,
    begin: datetime,
    until: datetime,
    before: datetime | None,
) -> QuerySet[Event, Any]:
    """Each person on each day; a row over the page's edge stood on the one before."""
    mine = _told(child, to, is_own=is_own)
    found = _by_person(mine.filter(at__gte=begin, at__lt=until))
    found = found.filter(last__lt=before) if before else found
    return found[: ROWS + 1]


def _by_person(lines: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    found: QuerySet[Any, Any] = (
        lines.annotate(day=TruncDate("at"))
        .values("day", "actor", "role")
        .annotate(
            first=Min("at"),
            last=Max("at"),
            actions=ArrayAgg("action", distinct=True),
            line=ArrayAgg("id", order_by=F("at").desc()),
        )
        .order_by("-last", "actor")
    )
    return found


def _seen() -> RawSQL:
    """The keys of all that this person may see now, whatever kind of record it is."""
    return RawSQL(_every_record(), ())


@cache
def _every_record() -> str:
    tables = [
        model._meta.db_table
        for model in protected_models()
        if model._meta.app_label != BOOKS
    ]
    return " UNION ALL ".join([*(f'SELECT id FROM "{t}"' for t in tables), SEATS])


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
