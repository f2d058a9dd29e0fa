"""The guest chair: one from outside is let in to one thing, for a time."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from laget.accounts.models import User
from laget.children.models import Child
from laget.forms.models import Filled
from laget.kernel import clock
from laget.kernel.protected import ProtectedModel
from laget.logs.models import Log
from laget.meetings.models.meeting import Meeting


class SeatQuerySet(models.QuerySet["Seat"]):
    def open(self) -> Self:
        return self.filter(ended_at=None, until__gt=clock.now())

    def for_list(self) -> Self:
        """With what they are let in to, and who has sat down."""
        related = ("meeting", "paper__version", "user", "given_by")
        return self.select_related(*related).order_by("until", "name", "pk")


class Seat(ProtectedModel):
    """A doctor, a therapist, an interpreter or a coach, let in to one meeting or paper.

    The link they are given opens nothing by itself. Whoever first logs in with it, with
    a strong log-in, has the chair (`user`, `taken_at`), and nobody else can take it;
    the holder sees that, and can end it. `number_index` may say who it must be.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    log = models.ForeignKey(Log, models.CASCADE, related_name="seats")
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="seats"
    )
    paper = models.ForeignKey(
        Filled, models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    part = models.CharField(max_length=120)
    number_index = models.CharField(max_length=64, blank=True, editable=False)
    link_hash = models.CharField(max_length=64, unique=True, editable=False)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=clock.now)
    until = models.DateTimeField()
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="seat_is_for_one_thing",
                condition=Q(meeting=None, paper__isnull=False)
                | Q(meeting__isnull=False, paper=None),
            ),
            models.CheckConstraint(
                name="seat_has_an_end", condition=Q(until__gt=F("given_at"))
            ),
        ]
        indexes = [models.Index(name="seat_by_user", fields=["user", "until"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"name", "part", "number_index"}
        plain = {"link_hash"}

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> UUID:
        return self.child_id

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and self.until > clock.now()

    @property
    def last_moment(self) -> datetime:
        """Within the last day on which it can be used: it ends when that day does."""
        return self.until - timedelta(seconds=1)
