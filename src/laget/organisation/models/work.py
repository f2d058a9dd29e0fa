"""Who works where. When the work ends, so does all that was seen through it."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from laget.accounts.models import User
from laget.kernel import clock
from laget.organisation.models.municipality import Municipality
from laget.organisation.models.service import Unit


class EmploymentQuerySet(models.QuerySet["Employment"]):
    def current(self) -> Self:
        return self.filter(ended_at=None)

    def present(self) -> Self:
        """Those who work and are not away for long today."""
        today = clock.today()
        away = Q(away_from__lte=today) & (
            Q(away_until__gte=today) | Q(away_until__isnull=True)
        )
        return self.current().exclude(away)

    def leading(self) -> Self:
        return self.current().filter(is_leader=True)

    def for_choice(self) -> Self:
        return self.select_related("user", "unit__service").order_by(
            "unit__name", "user__name", "pk"
        )


class Employment(models.Model):
    """Someone's work in a unit. When it ends, so does all they saw through it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="employments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="employments")
    post = models.CharField(max_length=100)
    is_leader = models.BooleanField(default=False)
    started_on = models.DateField(default=clock.today)
    ended_at = models.DateTimeField(null=True, blank=True)
    away_from = models.DateField(null=True, blank=True)
    away_until = models.DateField(null=True, blank=True)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="employment_once_at_a_time",
                fields=["user", "unit"],
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="employment_is_away_from_a_day_on",
                condition=Q(away_until__isnull=True)
                | Q(away_until__gte=F("away_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.post}"

    @property
    def is_away(self) -> bool:
        """Away for long, today."""
        today = clock.today()
        if not self.away_from or self.away_from > today:
            return False
        return self.away_until is None or self.away_until >= today


class Trust(models.TextChoices):
    """What someone is trusted with for a municipality. None of it opens a child."""

    ADMINISTRATOR = "administrator"
    TRIAGE = "triage"
    PRIVACY = "privacy"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def current(self) -> Self:
        return self.filter(ended_at=None)

    def of(self, user: User, trust: Trust) -> Self:
        return self.current().filter(user=user, trust=trust)


class Appointment(models.Model):
    """Someone the municipality trusts with a task of its own: the owner appoints them.

    An administrator edits the municipality's profile; triage answers those who ask for
    help; privacy is the data-protection officer (personvernombud), whom families ask
    when they wonder who has looked. It counts only while the person works somewhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="appointments"
    )
    trust = models.CharField(max_length=20)
    since = models.DateField(default=clock.today)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="appointed_once_at_a_time",
                fields=["user", "municipality", "trust"],
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="trust_is_known", condition=Q(trust__in=Trust.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.trust}"
