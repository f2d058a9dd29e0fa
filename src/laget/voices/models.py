"""The family's own words: the child's voice, comments, and how it was experienced."""

from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.kernel import clock
from laget.kernel.constraints import one_of
from laget.kernel.protected import ProtectedModel
from laget.logs.models import Log


class VoiceQuerySet(models.QuerySet["Voice"]):
    def draft(self, child: Child, writer: User) -> Self:
        """What the writer has begun, and has not shared: one at most."""
        return self.filter(child=child, written_by=writer, shared_at=None)

    def told(self) -> Self:
        """All that was ever shared, the newest first; some may be taken back since."""
        return self.filter(shared_at__isnull=False).order_by("-shared_at")

    def shared(self) -> Self:
        """What is there to be read now, the newest first."""
        return self.told().filter(withdrawn_at=None)


class Voice(ProtectedModel):
    """How the child has it, in its own pictures and words, and what it wants.

    `areas` holds which picture was chosen for each part of life: never a number, never
    added up. A draft is the writer's alone. What is shared the team reads as the
    child's own; of the guardians those whom the child has let read it, by their
    guardianship (`open_to`), or all of them (`open_to_guardians`).
    `helped_by` is who helped to write it, as the child calls them.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="voices")
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    helped_by = models.CharField(max_length=200, blank=True)
    areas = models.JSONField(default=dict, blank=True)
    say = models.TextField(blank=True)
    take_up = models.TextField(blank=True)
    there = models.TextField(blank=True)
    not_there = models.TextField(blank=True)
    how_told = models.TextField(blank=True)
    open_to_guardians = models.BooleanField(default=False)
    open_to = ArrayField(models.UUIDField(), default=list, blank=True)
    begun_at = models.DateTimeField(default=clock.now)
    shared_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = VoiceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="voice_one_draft_for_each_writer",
                fields=["child", "written_by"],
                condition=Q(shared_at=None),
            ),
        ]
        indexes = [models.Index(name="voice_by_child", fields=["child", "-shared_at"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {
            *("helped_by", "areas", "say", "take_up", "there", "not_there"),
            "how_told",
        }

    def __str__(self) -> str:
        return str(self.child_id)

    @property
    def about(self) -> UUID:
        return self.child_id

    def readers_at_home(self) -> list[str]:
        """The guardians it is open to, by name, when it is not for all of them."""
        if not self.open_to:
            return []
        those = Guardianship.objects.current().filter(pk__in=self.open_to)
        return list(those.values_list("name", flat=True))

    @property
    def is_empty(self) -> bool:
        """No face is chosen, and nothing is written."""
        texts = (self.say, self.take_up, self.there, self.not_there, self.how_told)
        return not self.areas and not any(texts)


class Comment(ProtectedModel):
    """The family's own comment to something that is written: read by the team.

    Whoever wrote it sees it too; others in the family do not.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="comments")
    record = models.UUIDField()
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="comment_says_something", condition=~Q(text="")
            ),
        ]
        indexes = [models.Index(name="comment_by_record", fields=["child", "record"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"text"}

    def __str__(self) -> str:
        return str(self.at)

    @property
    def about(self) -> UUID:
        return self.child_id


class Felt(models.TextChoices):
    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")


class Experience(ProtectedModel):
    """Were you heard? Did it help? Did we do what we said? After a review or the end.

    Seen by the one who answered and nobody else; others see figures, and no small ones.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="experiences")
    record = models.UUIDField()  # the review, or the log that was closed
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    heard = models.CharField(max_length=10)
    helped = models.CharField(max_length=10)
    kept = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="experience_once_each", fields=["record", "by"]
            ),
            *(
                models.CheckConstraint(
                    name=f"experience_{name}_is_known",
                    condition=one_of(name, Felt.values),
                )
                for name in ("heard", "helped", "kept")
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"words"}
        plain = {"heard", "helped", "kept"}

    def __str__(self) -> str:
        return str(self.at)

    @property
    def about(self) -> UUID:
        return self.log.child_id

    @property
    def heard_words(self) -> str:
        return str(Felt(self.heard).label)

    @property
    def helped_words(self) -> str:
        return str(Felt(self.helped).label)

    @property
    def kept_words(self) -> str:
        return str(Felt(self.kept).label)
