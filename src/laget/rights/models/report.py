"""A report of concern to child welfare: one's own duty, never behind a consent."""

from uuid import UUID

from django.db import models
from django.db.models import Q

from laget.accounts.models import User
from laget.children.models import Child
from laget.concerns.models import Concern
from laget.kernel import clock
from laget.kernel.protected import ProtectedModel
from laget.organisation.models import Employment


class Report(ProtectedModel):
    """What one person reports to child welfare, in the national form's own fields.

    Only its writer sees it here; it is printed or copied into the national portal. It
    is no part of what the family or the team can read. Source of the fields: KS, Fiks
    bekymringsmelding, `offentlig.bekymringsmelding.v2`.
    """

    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="reports"
    )
    concern = models.ForeignKey(
        Concern, models.PROTECT, null=True, blank=True, related_name="reports"
    )
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    employment = models.ForeignKey(Employment, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=clock.now)
    child_name = models.CharField(max_length=200, blank=True)
    child_address = models.CharField(max_length=300, blank=True)
    unborn = models.BooleanField(default=False)
    message = models.TextField(blank=True)
    history = models.TextField(blank=True)
    other_views = models.TextField(blank=True)
    other_services = models.TextField(blank=True)
    interpreter = models.CharField(max_length=60, blank=True)
    child_told = models.BooleanField(null=True)
    child_told_why = models.TextField(blank=True)
    guardians = models.TextField(blank=True)
    guardians_told = models.BooleanField(null=True)
    guardians_told_why = models.TextField(blank=True)
    other_guardian = models.TextField(blank=True)
    other_guardian_told = models.BooleanField(null=True)
    other_guardian_told_why = models.TextField(blank=True)
    child_phone = models.CharField(max_length=30, blank=True)
    reporter_phone = models.CharField(max_length=30, blank=True)
    reporter_email = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_how = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="report_sent_with_words_and_who_was_told",
                condition=Q(sent_at__isnull=True)
                | ~Q(message="")
                & ~Q(sent_how="")
                & Q(child_told__isnull=False, guardians_told__isnull=False),
            ),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {
            *("child_name", "child_address", "message", "history", "other_views"),
            *("other_services", "interpreter", "child_told_why", "guardians"),
            *("guardians_told_why", "other_guardian", "other_guardian_told_why"),
            *("child_phone", "reporter_phone", "reporter_email"),
        }
        plain = {"sent_how"}

    def __str__(self) -> str:
        return self.child_name

    @property
    def about(self) -> UUID:
        """Itself, never the child: that someone reports is told to nobody by the books.

        What stands in the books about the child, the team reads, and later the family.
        """
        return self.pk
