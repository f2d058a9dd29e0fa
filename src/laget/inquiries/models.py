"""What the family asks the municipality to look into."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.constraints import one_of, required_when
from laget.kernel.protected import ProtectedModel
from laget.organisation.models import Municipality


class About(models.TextChoices):
    """What it is about."""

    LOOKED = "looked"
    CORRECTION = "correction"


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    def open(self) -> Self:
        return self.filter(answered_at=None).order_by("answer_by", "pk")

    def late(self) -> Self:
        return self.open().filter(answer_by__lt=clock.today())


class Inquiry(ProtectedModel):
    """What a family wonders about, or says is not right: answered by a day that is set.

    About who has looked (`person` on `day`) it goes to the data-protection officer;
    a correction (of `record`) to the holder of the log, and the officer sees it too.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="inquiries")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    day = models.DateField(null=True, blank=True)
    person = models.UUIDField(null=True, blank=True)
    record = models.UUIDField(null=True, blank=True)
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    answer_by = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(blank=True)
    changed = models.BooleanField(null=True, blank=True)  # of what was to be corrected

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "inquiries"
        constraints = [
            models.CheckConstraint(
                name="inquiry_kind_is_known", condition=one_of("kind", About.values)
            ),
            models.CheckConstraint(
                name="inquiry_says_something", condition=~Q(text="")
            ),
            models.CheckConstraint(
                name="inquiry_answered_with_words",
                condition=required_when("answered_at", "answer"),
            ),
            models.CheckConstraint(
                name="inquiry_is_about_someone_or_something",
                condition=Q(kind=About.LOOKED, day__isnull=False, person__isnull=False)
                | Q(kind=About.CORRECTION, record__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                name="inquiry_open",
                fields=["municipality", "answer_by"],
                condition=Q(answered_at=None),
            ),
            models.Index(name="inquiry_by_child", fields=["child"]),
        ]

    class Privacy(ProtectedModel.Privacy):
        personal = {"text", "answer"}
        plain = {"kind"}

    def __str__(self) -> str:
        return self.kind

    @property
    def about(self) -> UUID:
        return self.child_id

    @property
    def is_correction(self) -> bool:
        return self.kind == About.CORRECTION

    @property
    def is_late(self) -> bool:
        return self.answered_at is None and self.answer_by < clock.today()
