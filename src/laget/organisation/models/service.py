"""Who helps children, where they work, and which of them is where on which day."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from laget.organisation.models.municipality import Municipality


class Kind(models.TextChoices):
    """What a service is to a child, whatever the municipality calls it."""

    KINDERGARTEN = "kindergarten"
    SCHOOL = "school"
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    PPT = "ppt"
    CHILD_WELFARE = "child_welfare"
    NAV = "nav"
    COORDINATION = "coordination"
    CULTURE = "culture"
    THERAPY = "therapy"
    DOCTOR = "doctor"
    SPECIALIST = "specialist"
    OTHER = "other"


OWN_ARENAS = (Kind.KINDERGARTEN, Kind.SCHOOL)


class ServiceQuerySet(models.QuerySet["Service"]):
    def of(self, municipality: Municipality) -> Self:
        """Those that serve it now, its own and the shared ones."""
        return self.filter(municipalities=municipality, is_ended=False)

    def taking_requests(self) -> Self:
        return self.filter(takes_requests=True, is_ended=False)


class Service(models.Model):
    """What a consent names: the schools, the health centre, an office several share.

    `law` holds keys of the law library. `needs_referral` False: one may just call.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, default=Kind.OTHER)
    arena = models.CharField(max_length=40, blank=True)
    about = models.TextField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    role = models.TextField(blank=True)
    mandate = models.TextField(blank=True)
    law = models.JSONField(default=list, blank=True)
    for_whom = models.TextField(blank=True)
    how_to_reach = models.TextField(blank=True)
    needs_referral = models.BooleanField(default=False)
    opening = models.TextField(blank=True)
    web = models.URLField(max_length=500, blank=True)
    age_from = models.SmallIntegerField(null=True, blank=True)
    age_to = models.SmallIntegerField(null=True, blank=True)
    takes_requests = models.BooleanField(default=False)
    is_external = models.BooleanField(default=False)
    is_ended = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    host = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    municipalities = models.ManyToManyField(Municipality, related_name="services")

    objects = ServiceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="service_once_in_a_municipality", fields=["host", "name"]
            ),
            models.CheckConstraint(
                name="service_kind_is_known", condition=Q(kind__in=Kind.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A place where people work: one school, one kindergarten, one office."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100)
    service = models.ForeignKey(Service, models.PROTECT, related_name="units")
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="units"
    )
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    about = models.TextField(blank=True)
    is_ended = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="unit_once_in_a_service", fields=["service", "name"]
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Presence(models.Model):
    """Who is at a place on fixed days: which nurse at which school, and when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="presences"
    )
    service = models.ForeignKey(Service, models.PROTECT, related_name="presences")
    place = models.CharField(max_length=150)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="presences"
    )
    role = models.CharField(max_length=150)
    days = models.JSONField(default=list, blank=True)
    when = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                name="presence_once",
                fields=["municipality", "service", "place", "role"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.place}"
