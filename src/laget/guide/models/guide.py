"""The action guide of a municipality: what to do now, and what may come after it.

No child is in these tables: they are read by everyone, also before log-in.
"""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from laget.guide.text import Block, blocks
from laget.kernel import clock
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


class Audience(models.TextChoices):
    """For whom a guide is written."""

    STAFF = "staff", _("Those who work with children")
    GUARDIANS = "guardians", _("Guardians")
    YOUNG = "young", _("Young people")
    EVERYONE = "everyone", _("Neighbours, coaches and everyone else")
    NEWCOMERS = "newcomers", _("Those who are new in Norway")


class Subject(models.TextChoices):
    """Whom the steps are about."""

    CHILD = "child", _("A child or a young person")
    UNBORN = "unborn", _("A child not yet born")
    FAMILY = "family", _("A family")
    GROUP = "group", _("A group of children")


class GuideQuerySet(models.QuerySet["Guide"]):
    def in_force(self, today: date | None = None) -> Self:
        """Those that apply on a day: today, when no other is asked for."""
        today = today or clock.today()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=today),
            Q(valid_until=None) | Q(valid_until__gte=today),
        )

    def of(self, municipality: Municipality) -> Self:
        return self.filter(municipality=municipality).in_force()

    def for_work(self, municipality: Municipality, kind: str = "") -> "Guide | None":
        """The guide that staff follow: a service's own variant, else the shared one."""
        return self.followed(municipality, kind).first()

    def followed(
        self,
        municipality: Municipality,
        kind: str = "",
        subject: str = Subject.CHILD,
        today: date | None = None,
    ) -> Self:
        """The same, as a query of at most one: first those about such a one."""
        for_them = Q(kinds=[]) | Q(kinds__contains=[kind])
        found = self.filter(for_them, municipality=municipality.pk)
        found = found.in_force(today).filter(audience=Audience.STAFF)
        about = Case(When(subject=subject, then=0), default=1)
        shared = Case(When(kinds=[], then=1), default=0)
        return found.order_by(about, shared, "position", "key")[:1]


class Guide(models.Model):
    """One action guide: the shared one, a service's own, or one for another audience.

    `kinds` are the kinds of service it is for (none: all). Several may run at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="guides"
    )
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=150)
    about = models.TextField(blank=True)
    audience = models.CharField(max_length=10, default=Audience.STAFF)
    kinds = models.JSONField(default=list, blank=True)
    subject = models.CharField(max_length=10, default=Subject.CHILD)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    MAIN = "staff"  # the key of the guide that all services share

    objects = GuideQuerySet.as_manager()

    class Meta:
        ordering = ("position", "key")
        constraints = (
            models.UniqueConstraint(
                name="guide_once_in_a_municipality", fields=["municipality", "key"]
            ),
            models.CheckConstraint(
                name="guide_audience_is_known",
                condition=Q(audience__in=Audience.values),
            ),
            models.CheckConstraint(
                name="guide_subject_is_known", condition=Q(subject__in=Subject.values)
            ),
        )

    def __str__(self) -> str:
        return self.title


class LevelQuerySet(models.QuerySet["Level"]):
    def of(self, municipality: Municipality) -> Self:
        """What its shared guide calls its levels, lowest first."""
        guide = Guide.objects.followed(municipality).values("pk")
        return self.filter(guide__in=guide)

    def named(self, municipality: Any) -> QuerySet[Any, Any]:
        """Level, key and name, in order; also of an outer query's municipality."""
        main = self.filter(guide__municipality=municipality, guide__key=Guide.MAIN)
        said = JSONObject(level="level", key="key", name="name")
        return main.order_by("position").values(said=said)


class Level(models.Model):
    """A level, step or box as the municipality names it.

    There may be any number of them, with any names. `level` says how much co-operation
    it is to the software, 0 to 3: several may be the same.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    guide = models.ForeignKey(Guide, models.CASCADE, related_name="levels")
    key = models.CharField(max_length=30)
    level = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    about = models.TextField(blank=True)
    time = models.CharField(max_length=100, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = LevelQuerySet.as_manager()

    class Meta:
        ordering = ("position", "level")
        constraints = (
            models.UniqueConstraint(
                name="level_once_in_a_guide", fields=["guide", "key"]
            ),
            models.CheckConstraint(
                name="level_is_0_to_3", condition=Q(level__in=LEVELS)
            ),
        )

    def __str__(self) -> str:
        return level_in_full(self.key, self.name)


def level_in_full(key: str, name: str) -> str:
    """Key and name, "1 Wonder"; the name alone where it has the key in it."""
    said = re.findall(r"\w+", name.casefold())
    return name if key.casefold() in said else f"{key} {name}"


@dataclass(frozen=True)
class Way:
    """Where a step may lead, and when: words for the person who must choose."""

    step: "Step"
    when: str
    concerns: tuple[str, ...] = ()  # kinds of concern; none: whatever it is about


class StepQuerySet(models.QuerySet["Step"]):
    def of(self, municipality: Municipality, kind: str = "") -> Self:
        """The guide that staff of a kind of service follow, first step first."""
        guide = Guide.objects.followed(municipality, kind).values("pk")
        return self.filter(guide__in=guide).order_by("position", "pk")

    def on_level(self, level: int) -> Self:
        return self.filter(level=level)

    def doing(self, verb: str) -> Self:
        """The steps at which the software does this."""
        return self.filter(verb=verb)


class Step(models.Model):
    """One step of a guide; it may lead on, back, past a level, or out of the house.

    `key` tells steps apart; `number` is shown, and may repeat or be empty. `deadlines`
    are ranges counted from an event, each perhaps for one kind of case. `law` holds
    keys of the law library or plain references; `forms` keys of forms.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    guide = models.ForeignKey(Guide, models.CASCADE, related_name="steps")
    stage = models.ForeignKey(Level, models.CASCADE, related_name="steps")
    key = models.CharField(max_length=30)
    level = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    what = models.TextField()
    how = models.TextField(blank=True)
    who = models.TextField(blank=True)
    tools = models.JSONField(default=list, blank=True)
    forms = models.JSONField(default=list, blank=True)
    services = models.JSONField(default=list, blank=True)
    deadlines = models.JSONField(default=list, blank=True)
    rule = models.TextField(blank=True)
    law = models.JSONField(default=list, blank=True)
    verb = models.CharField(max_length=20, blank=True)
    is_outside = models.BooleanField(default=False)
    leads_to = models.JSONField(default=list, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="step_once_in_a_guide", fields=["guide", "key"]
            ),
            models.CheckConstraint(
                name="step_level_is_0_to_3", condition=Q(level__in=LEVELS)
            ),
            models.CheckConstraint(
                name="step_verb_is_known", condition=Q(verb__in=["", *Verb.values])
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

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
        same = Step.objects.filter(guide=self.guide_id, key__in=there)
        return self.ways_among(same)

    def ways_among(self, steps: Iterable["Step"]) -> list[Way]:
        """The same, when the steps it may lead to are known already."""
        known = {step.key: step for step in steps}
        found = [way for way in self.leads_to if way["to"] in known]
        return [
            Way(known[way["to"]], way["when"], tuple(way.get("concerns") or ()))
            for way in found
        ]
