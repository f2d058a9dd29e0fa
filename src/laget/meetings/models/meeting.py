"""A meeting about a child: when, where, who is asked to come, and what was agreed."""

from datetime import datetime
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from laget.accounts.models import User
from laget.children.models import Guardianship
from laget.kernel import clock
from laget.kernel.constraints import one_of
from laget.kernel.protected import ProtectedModel
from laget.logs.models import Log
from laget.organisation.models import Employment


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def standing(self) -> Self:
        return self.filter(cancelled_at=None)

    def coming(self, now: datetime | None = None) -> Self:
        later = self.standing().filter(ends_at__gt=now or clock.now())
        return later.order_by("starts_at")


class Meeting(ProtectedModel):
    """The team, the family and others meet about the child.

    `sequence` grows with every change, so that a calendar takes the latest
    (RFC 5545, 3.8.7.4). Seen by the team, and of the family by those who are invited.
    """

    log = models.ForeignKey(Log, models.CASCADE, related_name="meetings")
    called_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    called_at = models.DateTimeField(default=clock.now)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    why = models.TextField()
    sequence = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_why = models.TextField(blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
            ),
        ]
        indexes = [models.Index(name="meeting_by_log", fields=["log", "starts_at"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"place", "why", "cancelled_why"}

    def __str__(self) -> str:
        return self.why

    @property
    def about(self) -> UUID:
        return self.log.child_id

    @property
    def is_over(self) -> bool:
        return self.ends_at <= clock.now()


class Coming(models.TextChoices):
    """What the one who is invited has answered."""

    NOT_ANSWERED = ""
    YES = "yes"
    NO = "no"
    OTHER_TIME = "other_time"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def standing(self) -> Self:
        """Those who are asked now."""
        return self.filter(withdrawn_at=None)

    def for_list(self) -> Self:
        """With who they are: the family first, then those at work by name."""
        return self.select_related(
            *("guardian__user", "employment__user", "employment__unit__service"),
            "meeting__log__child__account",
        ).order_by(
            F("employment__user__name").asc(nulls_first=True), "guardian__name", "pk"
        )


class Invitation(ProtectedModel):
    """One who is asked to come: a guardian, someone at work, or the young person.

    Without guardian and employment it is the young person. Guests have a seat.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    guardian = models.ForeignKey(
        Guardianship, models.PROTECT, null=True, blank=True, related_name="+"
    )
    employment = models.ForeignKey(
        Employment, models.PROTECT, null=True, blank=True, related_name="+"
    )
    invited_at = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=10, blank=True)
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="invited_once",
                fields=["meeting", "guardian", "employment"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="invitation_is_to_one",
                condition=Q(guardian=None) | Q(employment=None),
            ),
            models.CheckConstraint(
                name="invitation_answer_is_known",
                condition=one_of("answer", Coming.values),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"words"}
        plain = {"answer"}

    def __str__(self) -> str:
        return self.answer

    @property
    def about(self) -> UUID:
        return self.meeting.about

    @property
    def is_childs(self) -> bool:
        """The young person's own."""
        return self.guardian_id is None and self.employment_id is None

    @property
    def person(self) -> User | None:
        """Whose it is, where they have an account."""
        if self.employment:
            return self.employment.user
        return self.guardian.user if self.guardian else self.meeting.log.child.account

    @property
    def person_name(self) -> str:
        """As those who work with the child call them."""
        if self.employment:
            return self.employment.user.name
        return self.guardian.name if self.guardian else self.meeting.log.child.name

    def is_to(self, user: User) -> bool:
        return self.person is not None and self.person.pk == user.pk

    def is_mine_at_work(self, user: User) -> bool:
        return self.employment is not None and self.employment.user_id == user.pk


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def standing(self) -> Self:
        """Not taken away, in the order in which they were said."""
        return self.filter(removed_at=None).order_by("at", "pk")


class AgendaItem(ProtectedModel):
    """What somebody wants taken up, in their own words. All who are invited see it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Privacy(ProtectedModel.Privacy):
        personal = {"text"}

    def __str__(self) -> str:
        return self.text

    @property
    def about(self) -> UUID:
        return self.meeting.about


class Minutes(ProtectedModel):
    """What was said and agreed. The writer's own until they are shared with all."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="minutes")
    text = models.TextField(blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    shared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="minutes_that_are_shared_say_something",
                condition=Q(shared_at=None) | ~Q(text=""),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"text"}

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def about(self) -> UUID:
        return self.meeting.about
