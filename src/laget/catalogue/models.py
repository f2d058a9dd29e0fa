"""What exists for children and families, so that nobody need ask around for it."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.organisation.models import Municipality, Service


class Tier(models.TextChoices):
    """For whom a programme is. It says nothing of any child and is not the level."""

    GREEN = "green", _("For everyone")
    YELLOW = "yellow", _("For some")
    RED = "red", _("For a few")


class Arena(models.TextChoices):
    """The five places where protection is built (the plan of Kvinesdal, 4.1)."""

    FAMILY = "family", _("Family")
    SCHOOL = "school", _("Kindergarten and school")
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
    ACTIVITY = "activity", _("Activities")
    RELATIONS = "relations", _("Friends")


class Status(models.TextChoices):
    RUNNING = "running", _("Available now")
    PILOT = "pilot", _("Being tried out")
    CONSIDERED = "considered", _("Being considered")


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def of(self, municipality: Municipality) -> Self:
        return self.filter(municipality=municipality).order_by("name", "pk")

    def available(self) -> Self:
        """What a family can be offered now, also what is only being tried out."""
        return self.exclude(status=Status.CONSIDERED)

    def for_age(self, years: int) -> Self:
        """What suits an age in whole years; -1 is a child not yet born."""
        return self.filter(age_from__lte=years, age_to__gte=years)

    def in_tier(self, tier: str) -> Self:
        return self.filter(tiers__contains=[tier])

    def building(self, arena: str) -> Self:
        return self.filter(arenas__contains=[arena])

    def for_list(self) -> Self:
        return self.select_related("service")


class Programme(models.Model):
    """A programme or offer with its tier; who is helped by it stands elsewhere.

    `evidence` is what the named source found in the named year, never our own claim.
    Ages are whole years; -1 means from pregnancy.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="programmes"
    )
    name = models.CharField(max_length=150)
    about = models.TextField()
    tiers = models.JSONField()
    arenas = models.JSONField()
    age_from = models.SmallIntegerField()
    age_to = models.SmallIntegerField()
    place = models.CharField(max_length=200)
    service = models.ForeignKey(Service, models.PROTECT, related_name="programmes")
    responsible = models.CharField(max_length=200)
    how_to_start = models.TextField()
    status = models.CharField(max_length=12)
    evidence = models.CharField(max_length=100, blank=True)
    evidence_source = models.CharField(max_length=200, blank=True)
    evidence_year = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)
    checked_on = models.DateField()

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_once_in_a_municipality",
                fields=["municipality", "name"],
            ),
            models.CheckConstraint(
                name="programme_status_is_known",
                condition=Q(status__in=Status.values),
            ),
            models.CheckConstraint(
                name="programme_ages_in_order",
                condition=Q(age_from__lte=models.F("age_to")),
            ),
            models.CheckConstraint(
                name="programme_evidence_has_a_source",
                condition=Q(evidence="") | ~Q(evidence_source=""),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def tier_words(self) -> list[str]:
        return [str(Tier(tier).label) for tier in self.tiers]

    @property
    def arena_words(self) -> list[str]:
        return [str(Arena(arena).label) for arena in self.arenas]

    @property
    def status_words(self) -> str:
        return str(Status(self.status).label)
