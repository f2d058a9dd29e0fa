"""What an adult noticed, before and until it is decided what to do."""

from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.constraints import both_or_neither, one_of
from laget.kernel.protected import ProtectedModel
from laget.organisation.models import Employment, Team


class Heard(models.TextChoices):
    """How the child took part: the national child-protection register's six values.

    Source: Statistics Norway, Kodelister (MedvirkningType), valid from 1 January 2026.
    """

    UNKNOWN = "", _("Not said")
    TALK = "1.1", _("Yes, we talked together")
    REPRESENTATIVE = "1.2", _("Yes, through someone who speaks for the child")
    OBSERVATION = "1.3", _("Yes, we watched how the child is doing")
    OTHER = "1.4", _("Yes, in another way: a drawing, play, pictures, a letter")
    NOT_GIVEN = "2.1", _("No, the child has not been asked yet")
    DID_NOT_WISH = "2.2", _("No, the child did not want to say anything")

    @classmethod
    def told(cls) -> list[tuple[str, str]]:
        """The six values one can choose from, in the register's own order."""
        return [(each.value, str(each.label)) for each in cls if each]


class Decision(models.TextChoices):
    """What the clarification led to."""

    NONE = "", _("Not decided")
    CLOSED = "closed", _("No more is needed now")
    LEVEL_1 = "level_1", _("We help in our own unit")
    LEVEL_2 = "level_2", _("We help together with others")
    REPORTED = "reported", _("Reported to child welfare")


class ConcernQuerySet(models.QuerySet["Concern"]):
    def open(self) -> Self:
        return self.filter(decided_at=None)

    def left_behind(self, leader: User) -> Self:
        """Not decided, and the owner's work in a unit that `leader` leads has ended."""
        leading = Employment.objects.leading().filter(user=leader)
        return self.open().filter(
            employment__ended_at__isnull=False,
            employment__unit__in=leading.values("unit"),
        )

    def for_list(self) -> Self:
        return self.select_related("child", "owner").order_by("next_on", "pk")


class Concern(ProtectedModel):
    """What someone noticed. It has an owner and a next date until it is decided.

    It needs no child's identity until it is shared; `label` is its owner's reminder.
    """

    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    employment = models.ForeignKey(Employment, models.PROTECT, related_name="+")
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="concerns"
    )
    label = models.CharField(max_length=100, blank=True)
    strengths = models.TextField(blank=True)
    seen = models.TextField(blank=True)
    since = models.CharField(max_length=200, blank=True)
    child_says = models.TextField(blank=True)
    spoken_with = models.TextField(blank=True)
    factors = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(default=clock.now)
    next_on = models.DateField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(max_length=10, blank=True)
    reason = models.TextField(blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="concern_decided_at_with_decided_by",
                condition=both_or_neither("decided_at", "decided_by"),
            ),
            models.CheckConstraint(
                name="concern_decision_is_known",
                condition=one_of("decision", Decision.values),
            ),
            models.CheckConstraint(
                name="concern_decided_with_a_decision",
                condition=Q(decided_at__isnull=True, decision="")
                | Q(decided_at__isnull=False) & ~Q(decision=""),
            ),
        ]
        indexes = [
            models.Index(name="concern_by_owner", fields=["owner", "next_on"]),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {
            *("label", "strengths", "seen", "since", "child_says", "spoken_with"),
            "reason",
        }
        plain = {"decision"}

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """What its owner calls it: the reminder, or how what was seen begins."""
        return self.label or Truncator(" ".join(self.seen.split())).chars(60)

    @property
    def about(self) -> UUID:
        return self.child_id or self.pk

    @property
    def is_open(self) -> bool:
        return self.decided_at is None

    @property
    def decision_words(self) -> str:
        return str(Decision(self.decision).label)


class Share(ProtectedModel):
    """A colleague or leader of the same unit who was let in to think along."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="shares")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="concern_is_shared_once", fields=["concern", "user"]
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def about(self) -> UUID:
        return self.concern.about


class NotTold(models.TextChoices):
    """Why the guardians are not to be told first."""

    NONE = "", _("They can be told")
    VIOLENCE = "violence", _("Suspicion of violence at home")
    ABUSE = "abuse", _("Suspicion of sexual abuse")
    DANGER = "danger", _("The child may be in danger if they are told first")
    OTHER = "other", _("Another reason")

    @classmethod
    def reasons(cls) -> list[tuple[str, str]]:
        return [(each.value, str(each.label)) for each in cls if each]


class Conversation(ProtectedModel):
    """The conversation with the guardians, held; or why it must wait."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="conversations")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    held_on = models.DateField(null=True, blank=True)
    present = models.TextField(blank=True)
    said = models.TextField(blank=True)
    agreed = models.TextField(blank=True)
    child_view = models.TextField(blank=True)
    heard = models.CharField(max_length=3, blank=True)
    not_told = models.CharField(max_length=10, blank=True)
    not_told_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conversation_is_held_or_there_is_a_reason",
                condition=Q(held_on__isnull=False, not_told="")
                | Q(held_on__isnull=True) & ~Q(not_told=""),
            ),
            models.CheckConstraint(
                name="conversation_heard_is_known",
                condition=one_of("heard", Heard.values),
            ),
            models.CheckConstraint(
                name="conversation_not_told_is_known",
                condition=one_of("not_told", NotTold.values),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"present", "said", "agreed", "child_view", "not_told_reason"}
        plain = {"heard", "not_told"}

    def __str__(self) -> str:
        return str(self.held_on or self.not_told)

    @property
    def heard_words(self) -> str:
        return str(Heard(self.heard).label)

    @property
    def not_told_words(self) -> str:
        return str(NotTold(self.not_told).label)

    @property
    def about(self) -> UUID:
        return self.concern.about


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    def unanswered(self) -> Self:
        return self.filter(advice=None, closed_at=None)

    def for_list(self) -> Self:
        """Unanswered first, then the answered, last those that have ended."""
        answered = Exists(Advice.objects.filter(discussion=OuterRef("pk")))
        return (
            self.select_related("team", "asked_by")
            .annotate(
                is_answered=answered,
                has_ended=ExpressionWrapper(Q(closed_at__isnull=False), BooleanField()),
            )
            .order_by("has_ended", "is_answered", "-asked_at", "pk")
        )


class Discussion(ProtectedModel):
    """A question to a team about a child it cannot know: nothing leads back."""

    concern_key = models.UUIDField(editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    question = models.TextField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(name="discussion_by_asker", fields=["asked_by"]),
            models.Index(name="discussion_by_team", fields=["team"]),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"question"}

    def __str__(self) -> str:
        return str(self.team)


class Advice(ProtectedModel):
    """What a team answered."""

    discussion = models.ForeignKey(Discussion, models.CASCADE, related_name="advice")
    text = models.TextField()
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=clock.now)

    class Privacy(ProtectedModel.Privacy):
        personal = {"text"}

    def __str__(self) -> str:
        return str(self.given_by)

    @property
    def about(self) -> UUID:
        return self.discussion_id
