"""Messages between the family and the team, inside Laget and nowhere else."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from laget.accounts.models import User
from laget.children.models import Guardianship
from laget.kernel import clock
from laget.kernel.protected import ProtectedModel
from laget.logs.models import Log


class Thread(ProtectedModel):
    """A conversation in writing: the whole team, and those of the family who are in it.

    Who in the family is in it is decided when it begins (`parties`) and never widened:
    what a young person has written to the team is not opened to a guardian afterwards.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="threads")
    subject = models.CharField(max_length=150)
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=clock.now)
    latest_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(name="thread_by_log", fields=["log", "-latest_at"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"subject"}

    def __str__(self) -> str:
        return self.subject

    @property
    def about(self) -> UUID:
        return self.log.child_id


class Party(ProtectedModel):
    """One of the family who is in the thread; without a guardian, the young person."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="parties")
    guardian = models.ForeignKey(
        Guardianship, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="party_once",
                fields=["thread", "guardian"],
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return str(self.guardian_id or "")

    @property
    def about(self) -> UUID:
        return self.thread.about


class PostQuerySet(models.QuerySet["Post"]):
    def standing(self) -> Self:
        return self.filter(recalled_at=None)


class Post(ProtectedModel):
    """One message. Recalled, its words are gone for everyone, and that is said."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    text = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    as_family = models.BooleanField()
    at = models.DateTimeField(default=clock.now)
    recalled_at = models.DateTimeField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="post_has_words_until_it_is_recalled",
                condition=Q(recalled_at__isnull=True) & ~Q(text="")
                | Q(recalled_at__isnull=False, text=""),
            ),
        ]
        indexes = [models.Index(name="post_by_thread", fields=["thread", "at"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"text"}

    def __str__(self) -> str:
        return str(self.at)

    @property
    def about(self) -> UUID:
        return self.thread.about

    def is_new_to(self, person: User) -> bool:
        """Whether there are words by another that they have not had before them."""
        read = {receipt.person_id for receipt in self.receipts.all()}
        return (
            self.recalled_at is None
            and self.by_id != person.pk
            and person.pk not in read
        )


class Receipt(ProtectedModel):
    """Someone has read a message: shown to all who are in the thread."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="receipts")
    person = models.ForeignKey(User, models.PROTECT, related_name="+")
    read_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="read_once", fields=["post", "person"]),
        ]

    def __str__(self) -> str:
        return str(self.read_at)

    @property
    def about(self) -> UUID:
        return self.post.about
