"""What is written in the log."""

from datetime import timedelta
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from laget.accounts.models import User
from laget.concerns.models import Heard
from laget.kernel import clock
from laget.kernel.constraints import both_or_neither, one_of
from laget.kernel.protected import ProtectedModel
from laget.logs.models.log import Log

UNDO = timedelta(minutes=10)


class EntryKind(models.TextChoices):
    NOTE = "note"
    VOICE = "voice"
    CONVERSATION = "conversation"


class EntryQuerySet(models.QuerySet["Entry"]):
    def standing(self) -> Self:
        return self.filter(recalled_at=None)

    def undone(self) -> Self:
        """Taken back within ten minutes: nobody is told that they were there."""
        return self.filter(recalled_at__isnull=False, recall_reason="")


class Entry(ProtectedModel):
    """One thing written in the log, by one person.

    A mistaken entry is recalled. Its words are gone at once, here and in the history
    that the team can read; within ten minutes nobody is told that it was there.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=20, default=EntryKind.NOTE)
    text = models.TextField()
    heard = models.CharField(max_length=3, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)
    recalled_at = models.DateTimeField(null=True, blank=True)
    recalled_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recall_reason = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="entry_kind_is_known", condition=one_of("kind", EntryKind.values)
            ),
            models.CheckConstraint(
                name="entry_voice_tells_how_the_child_was_heard",
                condition=Q(kind=EntryKind.VOICE) & ~Q(heard="")
                | ~Q(kind=EntryKind.VOICE),
            ),
            models.CheckConstraint(
                name="entry_heard_is_known", condition=one_of("heard", Heard.values)
            ),
            models.CheckConstraint(
                name="entry_recalled_at_with_recalled_by",
                condition=both_or_neither("recalled_at", "recalled_by"),
            ),
            models.CheckConstraint(
                name="entry_has_words_until_it_is_recalled",
                condition=Q(recalled_at__isnull=True) & ~Q(text="")
                | Q(recalled_at__isnull=False, text=""),
            ),
        ]
        indexes = [
            models.Index(name="entry_by_log", fields=["log", "-written_at"]),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"text", "recall_reason"}
        plain = {"kind", "heard"}

    def __str__(self) -> str:
        return self.kind

    @property
    def about(self) -> UUID:
        return self.log.child_id

    @property
    def can_be_undone(self) -> bool:
        """Within ten minutes, and then nobody is told."""
        return self.recalled_at is None and clock.now() < self.written_at + UNDO

    @property
    def was_undone(self) -> bool:
        """Taken back within ten minutes: it leaves no trace to others."""
        return self.recalled_at is not None and not self.recall_reason
