"""The municipality and what it has decided for itself."""

import uuid
from datetime import date
from typing import Any, Self

from django.db import models

from laget.kernel import clock


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    def in_use(self) -> Self:
        """Those that work here; the others are only named, as host of a service."""
        return self.filter(is_in_use=True)


class Municipality(models.Model):
    """A municipality and the rules it has set; its words live in a profile.

    `slug` is the name of its folder and its place on the public pages. `words` are what
    it calls things, `rules` what it has decided, `numbers` its numbers through time.
    From `own_page_age` a young person has an own page; until `guardian_sight_age` the
    guardians see the child's. Families read who has looked by name, or by role alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=60, unique=True, null=True, blank=True)
    number = models.CharField(max_length=4)
    numbers = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=2, default="nb")
    is_in_use = models.BooleanField(default=True)
    words = models.JSONField(default=dict, blank=True)
    rules = models.JSONField(default=dict, blank=True)
    about = models.TextField(blank=True)
    concern_days = models.PositiveSmallIntegerField(default=14)
    consent_months = models.PositiveSmallIntegerField(default=12)
    reply_days = models.PositiveSmallIntegerField(default=3)
    own_consent_age = models.PositiveSmallIntegerField(default=16)
    own_consent_law = models.CharField(max_length=200, blank=True)
    own_page_age = models.PositiveSmallIntegerField(default=13)
    guardian_sight_age = models.PositiveSmallIntegerField(default=18)
    names_visitors = models.BooleanField(default=True)
    privacy_days = models.PositiveSmallIntegerField(default=30)
    small_number_threshold = models.PositiveSmallIntegerField(default=5)
    emergency_phone = models.CharField(max_length=30, blank=True)

    objects = MunicipalityQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    def number_on(self, day: date | None = None) -> str:
        """Its number on a day: numbers changed in 2020 and in 2024."""
        on = (day or clock.today()).isoformat()
        for each in self.numbers:
            if each["from"] <= on and (not each["until"] or on <= each["until"]):
                return str(each["number"])
        return self.number

    def word(self, thing: str) -> str:
        """What it calls a thing (`log`, `holder`, `level` ...); empty if the usual."""
        return str(self.words.get(thing, ""))

    def rule(self, name: str) -> Any:
        """What it has decided, such as `review_weeks`; None if nothing."""
        return self.rules.get(name)


class PlaceOnTheWeb(models.Model):
    """A page of others that people are sent to: activities, a portal, a procedure."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="places_on_the_web"
    )
    title = models.CharField(max_length=150)
    url = models.URLField(max_length=500)
    about = models.TextField(blank=True)
    kind = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                name="link_once_in_a_municipality", fields=["municipality", "title"]
            ),
        ]

    def __str__(self) -> str:
        return self.title
