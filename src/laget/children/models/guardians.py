"""Those who answer for a child: whether they decide, and whether they see."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models.child import Child
from laget.children.models.needs import Needs
from laget.kernel import clock, encryption
from laget.kernel.constraints import one_of
from laget.kernel.protected import ProtectedModel


class Tie(models.TextChoices):
    """What ties a guardian to the child."""

    PARENT = "parent", _("Parent")
    FOSTER_PARENT = "foster_parent", _("Foster parent")
    APPOINTED = "appointed", _("Appointed guardian")
    OTHER = "other", _("Another adult")


class GuardianshipQuerySet(models.QuerySet["Guardianship"]):
    def current(self) -> Self:
        return self.filter(ended_at=None).order_by("name", "pk")

    def seeing(self) -> Self:
        """Those who may see what is written; whoever is barred never does."""
        return self.current().filter(may_see=True, barred=False)

    def deciding(self) -> Self:
        """Those with parental responsibility, who decide together."""
        return self.current().filter(custody=True)


class Guardianship(Needs, ProtectedModel):
    """A guardian: parental responsibility, and the right to see, are two things.

    `user` is filled in by the database, from the national identity number, when the
    guardian has an account: whoever else logs in finds nothing. `barred` is a guardian
    who must not be told.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="guardianships")
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=30, blank=True)
    tie = models.CharField(max_length=20, default=Tie.PARENT)
    custody = models.BooleanField(default=True)
    may_see = models.BooleanField(default=True)
    barred = models.BooleanField(default=False)
    nin = models.BinaryField(null=True, editable=False)
    nin_index = models.CharField(max_length=64, blank=True, editable=False)
    added_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = GuardianshipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="guardianship_once_at_a_time",
                fields=["child", "user"],
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="guardianship_barred_sees_nothing",
                condition=Q(barred=False) | Q(may_see=False),
            ),
            models.CheckConstraint(
                name="guardianship_tie_is_known", condition=one_of("tie", Tie.values)
            ),
        ]
        indexes = [
            models.Index(
                name="guardianship_by_number",
                fields=["nin_index"],
                condition=~Q(nin_index=""),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"name", "phone", "interpreter", "nin_index"}
        plain = {"tie"}

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> UUID:
        return self.child_id

    @property
    def tie_words(self) -> str:
        """What ties the guardian to the child, in words."""
        return str(Tie(self.tie).label)

    def put_number(self, number: str) -> None:
        """Fill in the number, encrypted for this row alone. Does not save."""
        place = f"children_guardianship.nin:{self.pk}"
        self.nin = encryption.hide(number, place=place) if number else None
        self.nin_index = encryption.index(number) if number else ""
