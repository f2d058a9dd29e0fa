"""The shared log about one child: who holds it, how much co-operation it needs."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models import Child
from laget.concerns.models import Concern, Heard
from laget.kernel import clock
from laget.kernel.constraints import both_or_neither, one_of, required_when
from laget.kernel.protected import ProtectedModel
from laget.organisation.models import Unit

LEVELS = (1, 2, 3)


class Closed(models.TextChoices):
    """Why a log was closed."""

    NOT = "", _("Not closed")
    GOALS_REACHED = "goals_reached", _("The goals are reached")
    FAMILY_WISH = "family_wish", _("The family wishes to stop")
    NO_CONSENT = "no_consent", _("There is no consent to go on")
    MOVED = "moved", _("The family has moved away")
    GROWN_UP = "grown_up", _("The young person has grown up")
    OTHER_PLAN = "other_plan", _("Another plan or service takes over")
    OTHER = "other", _("Another reason")


class LogQuerySet(models.QuerySet["Log"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def for_list(self) -> Self:
        """All that a row in a list shows, what is due first."""
        return self.select_related("child__unit", "holder").order_by("next_on", "pk")


class Log(ProtectedModel):
    """What is done together for one child, from the first help in its own unit on.

    At level 1 it is the unit's own follow-up, within the unit's own task. From level 2
    it is the shared log (stafettlogg) and others join by consent. It has one holder
    from the day it is opened; `unit` is whose own task the follow-up is.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="logs")
    concern = models.OneToOneField(
        Concern, models.PROTECT, null=True, blank=True, related_name="log"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(default=1)
    holder = models.ForeignKey(User, models.PROTECT, related_name="held_logs")
    held_since = models.DateTimeField(default=clock.now)
    opened_at = models.DateTimeField(default=clock.now)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    next_on = models.DateField()
    moved_at = models.DateTimeField(null=True, blank=True)  # last changed unit
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_why = models.CharField(max_length=20, blank=True)
    closed_text = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    child_heard = models.CharField(max_length=3, blank=True)
    guardian_words = models.TextField(blank=True)
    follows_on = models.TextField(blank=True)

    objects = LogQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="log_one_open_per_child",
                fields=["child"],
                condition=Q(closed_at=None),
            ),
            models.CheckConstraint(
                name="log_level_is_known", condition=Q(level__in=LEVELS)
            ),
            models.CheckConstraint(
                name="log_closed_at_with_closed_by",
                condition=both_or_neither("closed_at", "closed_by"),
            ),
            models.CheckConstraint(
                name="log_closed_with_reason_and_follow_on",
                condition=required_when("closed_at", "closed_why", "follows_on"),
            ),
            models.CheckConstraint(
                name="log_closed_with_the_child_heard_or_why_not",
                condition=required_when("closed_at", "child_heard", "child_words"),
            ),
            models.CheckConstraint(
                name="log_closed_why_is_known",
                condition=one_of("closed_why", Closed.values),
            ),
        ]
        indexes = [
            models.Index(
                name="log_by_holder",
                fields=["holder", "next_on"],
                condition=Q(closed_at=None),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"closed_text", "child_words", "guardian_words", "follows_on"}
        plain = {"closed_why", "child_heard"}

    def __str__(self) -> str:
        return str(self.child)

    @property
    def about(self) -> UUID:
        return self.child_id

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_shared(self) -> bool:
        """A shared log (stafettlogg), not only a unit's own follow-up."""
        return self.level > 1

    def has_on_team(self, user: User) -> bool:
        """Costs a query."""
        return self.participations.current().filter(employment__user=user).exists()


class LevelChange(ProtectedModel):
    """A step up or down: what was tried, how the child sees it, what is best for it."""

    log = models.ForeignKey(Log, models.CASCADE, related_name="level_changes")
    from_level = models.PositiveSmallIntegerField()
    to_level = models.PositiveSmallIntegerField()
    tried = models.TextField()
    how_it_went = models.TextField()
    child_view = models.TextField()
    heard = models.CharField(max_length=3)
    best_interests = models.TextField()
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="level_change_changes_the_level",
                condition=~Q(from_level=F("to_level"))
                & Q(from_level__in=LEVELS, to_level__in=LEVELS),
            ),
            models.CheckConstraint(
                name="level_change_heard_is_known",
                condition=one_of("heard", [h for h in Heard.values if h]),
            ),
            models.CheckConstraint(
                name="level_change_tells_all_that_is_asked",
                condition=~Q(tried="")
                & ~Q(how_it_went="")
                & ~Q(child_view="")
                & ~Q(best_interests=""),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"tried", "how_it_went", "child_view", "best_interests"}
        plain = {"heard"}

    def __str__(self) -> str:
        return f"{self.from_level} → {self.to_level}"

    @property
    def about(self) -> UUID:
        return self.log.child_id
