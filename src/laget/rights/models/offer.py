"""What the municipality shall offer a family, and what became of each offer."""

import uuid
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.kernel import clock
from laget.kernel.constraints import one_of
from laget.kernel.protected import ProtectedModel
from laget.logs.models import Log
from laget.organisation.models import Municipality


class When(models.TextChoices):
    """The occasion at which something is to be offered."""

    FIRST = "help_service_joins"
    SECOND = "second_help_service_joins"
    THIRD = "third_help_service_joins"
    TWO_HEALTH = "health_services_two"
    LEVEL_2 = "level_2"
    LEVEL_3 = "level_3"
    TRANSITION = "transition"


class OfferRule(models.Model):
    """The municipality has bound itself: at this occasion, this is offered.

    `law` holds keys of the law library or references in words; `local_note` says where
    the plan is narrower than the act. It only reminds; people offer, families answer.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="offer_rules"
    )
    key = models.CharField(max_length=60)
    when = models.CharField(max_length=30)
    offer = models.CharField(max_length=30)
    title = models.CharField(max_length=150)
    how = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    within_days = models.PositiveSmallIntegerField(default=14)
    law = models.JSONField(default=list, blank=True)
    local_note = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "key")
        constraints = [
            models.UniqueConstraint(
                name="offer_rule_once_in_a_municipality",
                fields=["municipality", "key"],
            ),
            models.CheckConstraint(
                name="offer_rule_when_is_known", condition=one_of("when", When.values)
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Said(models.TextChoices):
    """What the family answered, or that it was not asked."""

    WAITS = "", _("They have not answered yet")
    YES = "yes", _("Yes, please")
    NO = "no", _("No, thank you")
    THINKS = "thinks", _("They want to think about it")
    NOT_OFFERED = "not_offered", _("It was not offered, because ...")


OPEN = (Said.WAITS, Said.THINKS)


class OfferQuerySet(models.QuerySet["Offer"]):
    def open(self) -> Self:
        """Those that the family has not answered for good."""
        return self.filter(said__in=OPEN)


class Offer(ProtectedModel):
    """One rule's offer to one family: when, who was told, and what they said.

    `occasion_at` is what it answers to; `next_on` when the family is asked again.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="rights_offers")
    rule = models.ForeignKey(OfferRule, models.PROTECT, related_name="+")
    occasion_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    offered_on = models.DateField(null=True, blank=True)
    told = models.TextField(blank=True)
    said = models.CharField(max_length=12, blank=True)
    said_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="offer_one_open_per_rule_and_log",
                fields=["log", "rule"],
                condition=Q(said__in=[each.value for each in OPEN]),
            ),
            models.CheckConstraint(
                name="offer_said_is_known", condition=one_of("said", Said.values)
            ),
            models.CheckConstraint(
                name="offer_is_made_on_a_day_or_there_is_a_reason",
                condition=Q(said=Said.NOT_OFFERED, offered_on=None) & ~Q(words="")
                | ~Q(said=Said.NOT_OFFERED) & Q(offered_on__isnull=False) & ~Q(told=""),
            ),
            models.CheckConstraint(
                name="offer_without_an_answer_has_a_next_date",
                condition=~Q(said__in=[each.value for each in OPEN])
                | Q(next_on__isnull=False),
            ),
        ]
        indexes = [models.Index(name="offer_by_log", fields=["log", "made_at"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"told", "words"}
        plain = {"said"}

    def __str__(self) -> str:
        return self.said

    @property
    def about(self) -> UUID:
        return self.log.child_id

    @property
    def is_open(self) -> bool:
        return self.said in OPEN

    @property
    def said_words(self) -> str:
        return str(Said(self.said).label)
