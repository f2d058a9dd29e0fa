"""What is wanted, what is done for it, and whether it helps."""

from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.catalogue.models import Programme
from laget.concerns.models import Heard
from laget.kernel import clock
from laget.kernel.constraints import both_or_neither, one_of
from laget.kernel.protected import ProtectedModel
from laget.logs.models.log import Log


class Result(models.TextChoices):
    """How a goal ended."""

    NONE = "", _("Not ended")
    REACHED = "reached", _("Reached")
    PARTLY = "partly", _("Partly reached")
    NOT_REACHED = "not_reached", _("Not reached")
    NOT_RELEVANT = "not_relevant", _("No longer a goal")


class GoalQuerySet(models.QuerySet["Goal"]):
    def open(self) -> Self:
        return self.filter(ended_at=None)


class Goal(ProtectedModel):
    """What the child and the family want, in their own words.

    `start`, `now` and `wanted` are the family's own picture from 1 to 10 of this one
    wish; they are never added up and say nothing about the child. `needs` are the areas
    the team says it is about, by code: a filter and a word.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="goals")
    text = models.TextField()
    start = models.PositiveSmallIntegerField(null=True, blank=True)
    now = models.PositiveSmallIntegerField(null=True, blank=True)
    wanted = models.PositiveSmallIntegerField(null=True, blank=True)
    needs = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    next_on = models.DateField()
    version = models.PositiveIntegerField(default=1)
    set_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    result = models.CharField(max_length=20, blank=True)
    result_text = models.TextField(blank=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="goal_ended_with_a_result",
                condition=Q(ended_at__isnull=True, result="")
                | Q(ended_at__isnull=False) & ~Q(result=""),
            ),
            models.CheckConstraint(
                name="goal_result_is_known", condition=one_of("result", Result.values)
            ),
            models.CheckConstraint(
                name="goal_scale_is_from_one_to_ten",
                condition=(Q(start__isnull=True) | Q(start__range=(1, 10)))
                & (Q(now__isnull=True) | Q(now__range=(1, 10)))
                & (Q(wanted__isnull=True) | Q(wanted__range=(1, 10))),
            ),
        ]
        indexes = [models.Index(name="goal_by_log", fields=["log", "set_at"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"text", "result_text"}
        plain = {"result"}

    def __str__(self) -> str:
        return self.text

    @property
    def about(self) -> UUID:
        return self.log.child_id


class InterventionQuerySet(models.QuerySet["Intervention"]):
    def open(self) -> Self:
        return self.filter(ended_at=None)

    def not_evaluated(self) -> Self:
        """Going on, and nobody has looked yet at whether it helps."""
        return self.open().filter(reviews=None)


class Intervention(ProtectedModel):
    """What is done, by whom, and how we will see that it helps.

    It is looked at again on `review_on`, and then goes on, is changed, or ends.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="interventions")
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="interventions")
    text = models.TextField()
    how_we_see = models.TextField()
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    done_by = models.CharField(max_length=200, blank=True)
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="+"
    )
    starts_on = models.DateField()
    review_on = models.DateField()
    version = models.PositiveIntegerField(default=1)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = InterventionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="intervention_ended_at_with_ended_by",
                condition=both_or_neither("ended_at", "ended_by"),
            ),
        ]
        indexes = [
            models.Index(name="intervention_by_log", fields=["log", "review_on"]),
            models.Index(
                name="intervention_by_owner",
                fields=["owner", "review_on"],
                condition=Q(ended_at=None),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"text", "how_we_see", "done_by"}

    def __str__(self) -> str:
        return self.text

    @property
    def about(self) -> UUID:
        return self.log.child_id

    @property
    def has_ended(self) -> bool:
        return self.ended_at is not None


class Effect(models.TextChoices):
    WORKS = "works", _("It helps")
    PARTLY = "partly", _("It helps somewhat")
    NOT = "not", _("It does not help")


class Next(models.TextChoices):
    CONTINUE = "continue", _("Go on as now")
    CHANGE = "change", _("Go on, but change it")
    END = "end", _("End it")


class Review(ProtectedModel):
    """Did it help? What the child and the guardians say, and what happens now."""

    log = models.ForeignKey(Log, models.CASCADE, related_name="reviews")
    intervention = models.ForeignKey(
        Intervention, models.CASCADE, related_name="reviews"
    )
    reviewed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(default=clock.now)
    effect = models.CharField(max_length=10)
    seen = models.TextField()
    child_view = models.TextField(blank=True)
    heard = models.CharField(max_length=3)
    guardians_view = models.TextField(blank=True)
    decision = models.CharField(max_length=10)
    next_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="review_effect_is_known", condition=one_of("effect", Effect.values)
            ),
            models.CheckConstraint(
                name="review_decision_is_known",
                condition=one_of("decision", Next.values),
            ),
            models.CheckConstraint(
                name="review_heard_is_known",
                condition=one_of("heard", [h for h in Heard.values if h]),
            ),
            models.CheckConstraint(
                name="review_goes_on_until_a_date",
                condition=Q(decision=Next.END) | Q(next_on__isnull=False),
            ),
        ]
        indexes = [models.Index(name="review_by_log", fields=["log", "reviewed_at"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"seen", "child_view", "guardians_view"}
        plain = {"effect", "heard", "decision"}

    def __str__(self) -> str:
        return self.effect

    @property
    def effect_words(self) -> str:
        return str(Effect(self.effect).label)

    @property
    def decision_words(self) -> str:
        return str(Next(self.decision).label)

    @property
    def about(self) -> UUID:
        return self.log.child_id
