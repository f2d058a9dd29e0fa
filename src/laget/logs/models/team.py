"""Who is on the team, how the baton goes from hand to hand, and the emergency door."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.constraints import both_or_neither
from laget.kernel.protected import ProtectedModel
from laget.logs.models.log import Log
from laget.organisation.models import Employment


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def current(self) -> Self:
        return self.filter(left_at=None, employment__ended_at=None)

    def for_team(self) -> Self:
        return self.select_related(
            "employment__user", "employment__unit__service"
        ).order_by("joined_at", "pk")


class Participation(ProtectedModel):
    """Someone on the team. It opens the log only while there is a basis for it:

    the follow-up is their own unit's task (`log.unit`), or the family's consent covers
    their service now, or `statute` names the law that they take part by.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="participations")
    employment = models.ForeignKey(Employment, models.PROTECT, related_name="+")
    statute = models.CharField(max_length=200, blank=True)
    joined_at = models.DateTimeField(default=clock.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="participation_once_at_a_time",
                fields=["log", "employment"],
                condition=Q(left_at=None),
            ),
        ]
        indexes = [
            models.Index(
                name="participation_current",
                fields=["employment", "log"],
                condition=Q(left_at=None),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        plain = {"statute"}

    def __str__(self) -> str:
        return str(self.employment)

    @property
    def about(self) -> UUID:
        return self.log.child_id


class HandoverQuerySet(models.QuerySet["Handover"]):
    def open(self) -> Self:
        return self.filter(answered_at=None)


class Handover(ProtectedModel):
    """An offer of the baton. Until it is accepted, the giver still holds it.

    The holder offers it; where the holder has gone or is long away, the leader does.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="handovers")
    offered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    to = models.ForeignKey(Employment, models.PROTECT, related_name="+")
    reason = models.TextField()
    must_know = models.TextField(blank=True)
    from_on = models.DateField(null=True, blank=True)
    offered_at = models.DateTimeField(default=clock.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    answer = models.TextField(blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="handover_one_open_per_log",
                fields=["log"],
                condition=Q(answered_at=None),
            ),
            models.CheckConstraint(
                name="handover_answered_at_with_answer",
                condition=both_or_neither("answered_at", "accepted"),
            ),
            models.CheckConstraint(
                name="handover_has_a_reason", condition=~Q(reason="")
            ),
        ]
        indexes = [
            models.Index(
                name="handover_waiting", fields=["to"], condition=Q(answered_at=None)
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"reason", "must_know", "answer"}

    def __str__(self) -> str:
        return str(self.to)

    @property
    def about(self) -> UUID:
        return self.log.child_id


class EmergencyAccess(ProtectedModel):
    """Two hours' sight of one child, with a written reason that holder and leader get.

    Who, when and until when are stamped by the database.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.TextField()
    opened_at = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="emergency_has_a_reason", condition=~Q(reason="")
            ),
            models.CheckConstraint(
                name="emergency_has_an_end", condition=Q(until__gt=F("opened_at"))
            ),
        ]
        indexes = [
            models.Index(name="emergency_by_person", fields=["person", "until"]),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"reason"}

    def __str__(self) -> str:
        return str(self.person)

    @property
    def about(self) -> UUID:
        return self.child_id
