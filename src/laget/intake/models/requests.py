"""A request for help: asked by anyone, and lying somewhere until it is answered."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from laget.accounts.models import User
from laget.intake.models.choices import Age, ForWhom, Outcome, Reach
from laget.kernel import clock
from laget.kernel.constraints import both_or_neither, one_of
from laget.kernel.protected import ProtectedModel
from laget.organisation.models import Employment, Municipality, Unit


class HelpRequestQuerySet(models.QuerySet["HelpRequest"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def for_list(self) -> Self:
        """Those with the nearest date first; with what their state is told from."""
        routings = Routing.objects.filter(request=OuterRef("pk"))
        waits = routings.filter(answered_at=None)
        came_back = routings.filter(accepted=False)
        told = Contact.objects.filter(request=OuterRef("pk"), told_who=True)
        return (
            self.select_related("municipality", "employment__user", "employment__unit")
            .annotate(
                waits_in=waits.values("to_unit")[:1],
                waits_for=waits.values("to_unit__name")[:1],
                came_back=Exists(came_back),
                knows_who=Exists(told),
            )
            .order_by("next_on", "received_at", "pk")
        )


class HelpRequest(ProtectedModel):
    """Somebody asks the municipality for help, in their own words.

    It lies in triage until someone in a unit has accepted it (`employment`); when that
    work ends it lies in triage again. `next_on` is the day by which somebody must look
    at it; `answer_by` is what the one who asked was promised. The state is derived.
    """

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12)
    words = models.TextField()
    for_whom = models.CharField(max_length=10)
    age = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=10)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
    when = models.CharField(max_length=200, blank=True)
    quietly = models.BooleanField(default=False)
    language = models.CharField(max_length=100, blank=True)
    interpreter = models.BooleanField(default=False)
    account = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    received_at = models.DateTimeField(default=clock.now)
    answer_by = models.DateField()
    next_on = models.DateField()
    employment = models.ForeignKey(
        Employment, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=12, blank=True)
    closed_words = models.TextField(blank=True)

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "request for help"
        constraints = [
            models.CheckConstraint(
                name="request_for_whom_is_known",
                condition=one_of("for_whom", ForWhom.values),
            ),
            models.CheckConstraint(
                name="request_age_is_known", condition=one_of("age", Age.values)
            ),
            models.CheckConstraint(
                name="request_reach_is_known", condition=one_of("reach", Reach.values)
            ),
            models.CheckConstraint(
                name="request_outcome_is_known",
                condition=one_of("outcome", Outcome.values),
            ),
            models.CheckConstraint(
                name="request_can_be_answered",
                condition=Q(reach=Reach.CALLS_BACK)
                | Q(reach=Reach.EMAIL) & ~Q(email="")
                | Q(reach__in=[Reach.PHONE, Reach.TEXT]) & ~Q(phone=""),
            ),
            models.CheckConstraint(
                name="request_says_something", condition=~Q(words="")
            ),
            models.CheckConstraint(
                name="request_closed_at_with_closed_by",
                condition=both_or_neither("closed_at", "closed_by"),
            ),
            models.CheckConstraint(
                name="request_closed_with_an_outcome",
                condition=Q(closed_at__isnull=True, outcome="")
                | Q(closed_at__isnull=False) & ~Q(outcome=""),
            ),
        ]
        indexes = [
            models.Index(
                name="request_open",
                fields=["municipality", "next_on"],
                condition=Q(closed_at=None),
            ),
            models.Index(name="request_by_work", fields=["employment"]),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {
            *("words", "name", "phone", "email", "when", "language"),
            "closed_words",
        }
        plain = {"code", "for_whom", "age", "reach", "outcome"}

    def __str__(self) -> str:
        return self.code

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_late(self) -> bool:
        """A day has passed on which somebody should have looked at it."""
        return self.is_open and self.next_on < clock.today()

    @property
    def is_accepted(self) -> bool:
        return self.employment is not None and self.employment.ended_at is None

    @property
    def unit(self) -> Unit | None:
        """Where it lies; None is triage."""
        return self.employment.unit if self.is_accepted and self.employment else None

    @property
    def whose_words(self) -> str:
        return str(ForWhom(self.for_whom).label)

    @property
    def age_words(self) -> str:
        return str(Age(self.age).label)

    @property
    def reach_words(self) -> str:
        return str(Reach(self.reach).label)

    @property
    def outcome_words(self) -> str:
        return str(Outcome(self.outcome).label)


class RoutingQuerySet(models.QuerySet["Routing"]):
    def open(self) -> Self:
        return self.filter(answered_at=None)


class Routing(ProtectedModel):
    """A unit is asked to take a request. Whoever asks answers for it until they have.

    Answered by nobody, it was taken back by the one who asked.
    """

    request = models.ForeignKey(HelpRequest, models.PROTECT, related_name="routings")
    from_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    at = models.DateTimeField(default=clock.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Employment, models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted = models.BooleanField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects = RoutingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="routing_one_open_for_a_request",
                fields=["request"],
                condition=Q(answered_at=None),
            ),
            models.CheckConstraint(
                name="routing_is_answered_by_somebody",
                condition=both_or_neither("accepted", "answered_by"),
            ),
            models.CheckConstraint(
                name="routing_is_answered_some_time",
                condition=Q(accepted__isnull=True) | Q(answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="routing_is_returned_with_a_reason",
                condition=~Q(accepted=False, reason=""),
            ),
        ]
        indexes = [
            models.Index(
                name="routing_open_by_unit",
                fields=["to_unit"],
                condition=Q(answered_at=None),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"words", "reason"}

    def __str__(self) -> str:
        return str(self.to_unit)

    @property
    def about(self) -> UUID:
        return self.request_id


class Contact(ProtectedModel):
    """Somebody tried to reach the one who asked; or reached them."""

    request = models.ForeignKey(HelpRequest, models.PROTECT, related_name="contacts")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reached = models.BooleanField()
    told_who = models.BooleanField(default=False)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contact_told_who_to_somebody_reached",
                condition=Q(told_who=False) | Q(reached=True),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"words"}

    def __str__(self) -> str:
        return str(self.by)

    @property
    def about(self) -> UUID:
        return self.request_id
