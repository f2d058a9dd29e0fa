"""What is written about a child and is not for everyone in the family."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from laget.accounts.models import User
from laget.children.models.child import Child
from laget.children.models.guardians import Guardianship
from laget.kernel import clock
from laget.kernel.constraints import both_or_neither, one_of
from laget.kernel.protected import ProtectedModel


class ShieldedBecause(models.TextChoices):
    """Why somebody in the family does not see a record."""

    CONFIDENCE = "confidence"  # the young person told it in confidence
    SAFETY = "safety"


class ShieldQuerySet(models.QuerySet["Shield"]):
    def standing(self) -> Self:
        return self.filter(lifted_at=None)


class Shield(ProtectedModel):
    """One record that a guardian, or all of them, do not see, and nothing tells of it.

    `record` is any record about the child, by its key. Without a guardian the shield
    holds for all of them. With one it holds for that one, and for every guardian who
    is added later: who comes anew sees nothing that was once held back.
    The team sees the record as before, and that it is shielded.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="shields")
    record = models.UUIDField()
    guardian = models.ForeignKey(
        Guardianship, models.PROTECT, null=True, blank=True, related_name="+"
    )
    because = models.CharField(max_length=20)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ShieldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="shield_once_from_each",
                fields=["record", "guardian"],
                condition=Q(lifted_at=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="shield_because_is_known",
                condition=one_of("because", ShieldedBecause.values),
            ),
            models.CheckConstraint(
                name="shield_lifted_at_with_lifted_by",
                condition=both_or_neither("lifted_at", "lifted_by"),
            ),
        ]
        indexes = [
            models.Index(
                name="shield_standing",
                fields=["child", "record"],
                condition=Q(lifted_at=None),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        plain = {"because"}

    def __str__(self) -> str:
        return self.because

    @property
    def about(self) -> UUID:
        return self.child_id
