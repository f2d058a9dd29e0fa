"""The family's own comment to something written: added, and taken away again.

Noted with whoever writes it: others in the family do not read it, nor that it is there.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note_own
from laget.children.models import Child
from laget.kernel import RuleBroken, clock
from laget.logs.models import Log
from laget.messaging.models import queue
from laget.voices.models import Comment


@transaction.atomic
def comment(
    child: Child, *, record: UUID, text: str, by: User, meeting: UUID | None = None
) -> Comment:
    """Say something about what is written; the team reads it beside the record.

    Whoever holds the log is told that there is something. `meeting` is the one whose
    minutes it is about.
    """
    said = Comment(child=child, record=record, text=text, by=by)
    said.save(force_insert=True)
    note_own("comment.written", by.pk, comment=str(said.pk))
    _tell(child, meeting)
    return said


def _tell(child: Child, meeting: UUID | None) -> None:
    for log in Log.objects.open().filter(child=child).select_related("holder"):
        if meeting:
            template = "the_family_has_commented_on_minutes"
            queue(template, to=log.holder, meeting=meeting)
        else:
            queue("the_family_has_commented", to=log.holder, child=child.pk)


@transaction.atomic
def take_away(comment: Comment) -> None:
    """Its words are gone, for the team too. Raises RuleBroken when they are already."""
    comment.lock()
    if comment.removed_at:
        raise RuleBroken(_("This comment has been taken away."))
    note_own("comment.taken_away", comment.by_id, comment=str(comment.pk))
    comment.removed_at = clock.now()
    comment.save(update_fields=["removed_at"])


@dataclass(frozen=True)
class Told:
    """A comment as the team reads it beside the record."""

    by: str
    at: datetime
    text: str


def told_of(child: Any) -> QuerySet[Comment, Any]:
    """For a question that is asked anyway: those that stand, as plain facts."""
    standing = Comment.objects.filter(child=child, removed_at=None).order_by("at", "pk")
    facts = {name: F(name) for name in ("record", "text", "at", "by__name")}
    return standing.values(told=JSONObject(**facts))


def by_record(facts: list[dict[str, Any]]) -> dict[UUID, list[Told]]:
    """What `told_of` found, by the record that it is about."""
    found: dict[UUID, list[Told]] = {}
    for each in facts:
        at = datetime.fromisoformat(each["at"])
        told = Told(each["by__name"], at, each["text"])
        found.setdefault(UUID(each["record"]), []).append(told)
    return found


def about(record: UUID) -> list[Comment]:
    """The comments to one record that stand, as far as the reader sees them."""
    standing = Comment.objects.filter(record=record, removed_at=None)
    return list(standing.select_related("by").order_by("at", "pk"))


def beside(child: Child) -> dict[UUID, list[Comment]]:
    """The comments that stand, by the record they are about. One query."""
    standing = Comment.objects.filter(child=child, removed_at=None)
    found: dict[UUID, list[Comment]] = {}
    for each in standing.select_related("by").order_by("at", "pk"):
        found.setdefault(each.record, []).append(each)
    return found
