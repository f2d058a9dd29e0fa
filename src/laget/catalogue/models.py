"""What exists for children and families, so that nobody need ask around for it."""

import uuid
from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
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
    ENDED = "ended", _("Has ended")


class Sort(models.TextChoices):
    """What an entry in the overview is: some are not programmes at all."""

    PROGRAMME = "programme", _("Programme")
    GROUP = "group", _("Course or group")
    SERVICE = "service", _("Service one can use")
    FORUM = "forum", _("Where services meet")
    PLACE = "place", _("A place to be")
    SUPPORT = "support", _("Money or equipment")


class Referral(models.TextChoices):
    """How one gets in."""

    NONE = "none", _("Just come, or make contact")
    SIGN_UP = "sign_up", _("Sign up")
    STAFF = "staff", _("Someone who works with the child asks")
    REFERRAL = "referral", _("A referral is needed")
    DECISION = "decision", _("A decision is needed")


class NeedQuerySet(models.QuerySet["Need"]):
    def areas(self) -> Self:
        """The eleven areas, in the model's own order."""
        return self.filter(depth=2)


class Need(models.Model):
    """What a child may need, by the Knowledge Model's own codes: 1, 1.4, 1.4.02.

    Source: Bufdir's model, with the codes of the national child-protection register
    from 1 January 2026. A filter and a word, never a score.
    """

    code = models.CharField(max_length=10, primary_key=True)
    depth = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    nb = models.CharField(max_length=200)
    nn = models.CharField(max_length=200)
    en = models.CharField(max_length=200)

    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.code} {self.nb}"

    def words(self, language: str) -> str:
        return {"nn": self.nn, "en": self.en}.get(language[:2], self.nb)


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def of(self, municipality: Municipality) -> Self:
        return self.filter(municipality=municipality).order_by("name", "pk")

    def available(self) -> Self:
        """What a family can be offered now, also what is only being tried out."""
        return self.exclude(status__in=(Status.CONSIDERED, Status.ENDED))

    def for_age(self, years: int) -> Self:
        """What suits an age in whole years; -1 is a child not yet born."""
        return self.filter(age_from__lte=years, age_to__gte=years)

    def in_tier(self, tier: str) -> Self:
        return self.filter(tiers__contains=[tier])

    def building(self, arena: str) -> Self:
        return self.filter(arenas__contains=[arena])

    def answering(self, need: str) -> Self:
        """What answers a need, by code: 1.4 also finds what answers 1.4.02."""
        return self.filter(Q(needs__contains=[need]) | Q(need_areas__contains=[need]))

    def answering_any(self, needs: Sequence[str]) -> Self:
        """What answers at least one of them."""
        met = [Q(need_areas__contains=[need]) for need in needs]
        return self.filter(reduce(or_, met, Q(pk=None))) if met else self

    def past_review(self, today: date) -> Self:
        return self.filter(review_on__lt=today).exclude(status=Status.ENDED)

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
    sort = models.CharField(max_length=10, default=Sort.PROGRAMME)
    about = models.TextField()
    tiers = models.JSONField(default=list, blank=True)
    arenas = models.JSONField(default=list, blank=True)
    needs = models.JSONField(default=list, blank=True)
    need_areas = models.JSONField(default=list, blank=True)
    age_from = models.SmallIntegerField()
    age_to = models.SmallIntegerField()
    place = models.CharField(max_length=200, blank=True)
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="programmes"
    )
    responsible = models.CharField(max_length=200, blank=True)
    how_to_start = models.TextField(blank=True)
    referral = models.CharField(max_length=10, default=Referral.NONE)
    for_whom = models.CharField(max_length=200, blank=True)
    cost = models.CharField(max_length=100, blank=True)
    capacity = models.CharField(max_length=100, blank=True)
    next_start = models.DateField(null=True, blank=True)
    web = models.URLField(max_length=500, blank=True)
    is_own = models.BooleanField(default=True)
    is_public = models.BooleanField(default=True)
    status = models.CharField(max_length=12)
    evidence = models.CharField(max_length=100, blank=True)
    evidence_source = models.CharField(max_length=200, blank=True)
    evidence_year = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)
    checked_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

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
