"""The family's own comment to something written: added, and taken away again."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.children.models import Child
from laget.kernel import RuleBroken, clock
from laget.voices.models import Comment


@transaction.atomic
def comment(child: Child, *, record: UUID, text: str, by: User) -> Comment:
    """Say something about what is written; the team reads it beside the record."""
    said = Comment(child=child, record=record, text=text, by=by)
    said.save(force_insert=True)
    note("comment.written", said)
    return said


@transaction.atomic
def take_away(comment: Comment) -> None:
    """Its words are gone, for the team too. Raises RuleBroken when they are already."""
    comment.lock()
    if comment.removed_at:
        raise RuleBroken(_("This comment has been taken away."))
    note("comment.taken_away", comment)
    comment.removed_at = clock.now()
    comment.save(update_fields=["removed_at"])


def beside(child: Child) -> dict[UUID, list[Comment]]:
    """The comments that stand, by the record they are about. One query."""
    standing = Comment.objects.filter(child=child, removed_at=None)
    found: dict[UUID, list[Comment]] = {}
    for each in standing.select_related("by").order_by("at", "pk"):
        found.setdefault(each.record, []).append(each)
    return found
