"""The action guide of a municipality: what to do now, and what may come after it.

No child is in these tables: they are read by everyone, also before log-in.
"""

import uuid
from dataclasses import dataclass
from typing import Self

from django.db import models
from django.db.models import Q

from laget.guide.text import Block, blocks
from laget.organisation.models import Municipality


class Verb(models.TextChoices):
    """What the software can do at a step; each has its page."""

    WRITE_CONCERN = "write_concern"
    SHARE = "share"
    ASK_TEAM = "ask_team"
    TALK_WITH_GUARDIANS = "talk_with_guardians"
    DECIDE = "decide"
    AGREE_GOALS = "agree_goals"
    REVIEW = "review"
    ASK_CONSENT = "ask_consent"
    OPEN_LOG = "open_log"
    RAISE_LEVEL = "raise_level"
    HAND_OVER = "hand_over"
    CLOSE = "close"
    REPORT = "report"


LEVELS = range(4)


class LevelQuerySet(models.QuerySet["Level"]):
    def of(self, municipality: Municipality) -> Self:
        """What one municipality calls its levels, lowest first."""
        return self.filter(municipality=municipality)


class Level(models.Model):
    """What the municipality calls a level of co-operation, 0 to 3."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="levels"
    )
    level = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    about = models.TextField(blank=True)

    objects = LevelQuerySet.as_manager()

    class Meta:
        ordering = ("level",)
        constraints = (
            models.UniqueConstraint(
                name="level_once_in_a_municipality",
                fields=["municipality", "level"],
            ),
            models.CheckConstraint(
                name="level_is_0_to_3", condition=Q(level__in=LEVELS)
            ),
        )

    def __str__(self) -> str:
        return f"{self.level} {self.name}"


@dataclass(frozen=True)
class Way:
    """Where a step may lead, and when: words for the person who must choose."""

    step: "Step"
    when: str


class StepQuerySet(models.QuerySet["Step"]):
    def of(self, municipality: Municipality) -> Self:
        """The guide of one municipality, first step first."""
        return self.filter(municipality=municipality).order_by("position", "pk")

    def on_level(self, level: int) -> Self:
        return self.filter(level=level)

    def doing(self, verb: str) -> Self:
        """The steps at which the software does this."""
        return self.filter(verb=verb)


class Step(models.Model):
    """One step of the guide; it may lead on, back, or past a level."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="steps")
    level = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    what = models.TextField()
    how = models.TextField()
    who = models.TextField()
    tools = models.JSONField(default=list, blank=True)
    rule = models.TextField(blank=True)
    law = models.JSONField(default=list, blank=True)
    verb = models.CharField(max_length=20)
    leads_to = models.JSONField(default=list, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="step_once_in_a_municipality",
                fields=["municipality", "number"],
            ),
            models.CheckConstraint(
                name="step_level_is_0_to_3", condition=Q(level__in=LEVELS)
            ),
            models.CheckConstraint(
                name="step_verb_is_known", condition=Q(verb__in=Verb.values)
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_urgent(self) -> bool:
        """The red door: to child welfare or the police."""
        return self.verb == Verb.REPORT

    @property
    def what_blocks(self) -> list[Block]:
        return blocks(self.what)

    @property
    def how_blocks(self) -> list[Block]:
        return blocks(self.how)

    @property
    def who_blocks(self) -> list[Block]:
        return blocks(self.who)

    def ways(self) -> list[Way]:
        """Where this step may lead, in the guide's own order. One query."""
        there = [way["to"] for way in self.leads_to]
        same = Step.objects.filter(municipality=self.municipality_id, number__in=there)
        steps = {step.number: step for step in same}
        return [Way(steps[way["to"]], way["when"]) for way in self.leads_to]


class FactorQuerySet(models.QuerySet["Factor"]):
    def risks(self) -> Self:
        return self.filter(side=Factor.Side.RISK)

    def protecting(self) -> Self:
        return self.filter(side=Factor.Side.PROTECTION)


class Factor(models.Model):
    """What may weigh on a child or protect it: a memory aid, never a score.

    A concern keeps the codes that were ticked; the words may be improved here. A
    protective factor only matters in the face of risk (Kvello 2015).
    """

    class Side(models.TextChoices):
        RISK = "risk"
        PROTECTION = "protection"

    class Group(models.TextChoices):
        CHILD = "child"
        FAMILY = "family"
        ARENA = "arena"

    code = models.CharField(max_length=10, primary_key=True)
    side = models.CharField(max_length=10)
    group = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    nb = models.CharField(max_length=200)
    nn = models.CharField(max_length=200)
    en = models.CharField(max_length=200)
    source = models.CharField(max_length=200)

    objects = FactorQuerySet.as_manager()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.code} {self.nb}"

    def words(self, language: str) -> str:
        """The plain wording in a language; bokmål when there is none."""
        return {"nn": self.nn, "en": self.en}.get(language[:2], self.nb)


class ContactQuerySet(models.QuerySet["Contact"]):
    def of(self, municipality: Municipality) -> Self:
        """The numbers of one municipality, in the order they are read."""
        return self.filter(municipality=municipality)


class Contact(models.Model):
    """A number to call, also when the office is closed and it cannot wait."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="contacts"
    )
    name = models.CharField(max_length=100)
    number = models.CharField(max_length=30)
    when = models.CharField(max_length=300)
    is_emergency = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                name="contact_once_in_a_municipality",
                fields=["municipality", "name"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.number}"

    @property
    def dialled(self) -> str:
        """The number as a telephone link wants it."""
        return self.number.replace(" ", "")
