"""Forms as data: a municipality's templates, versioned, and what is written in them."""

import uuid
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.constraints import one_of
from laget.kernel.protected import ProtectedModel
from laget.organisation.models import Employment, Municipality


class Purpose(models.TextChoices):
    """What a form is used for: where in the work it is offered."""

    CONCERN = "concern", _("A concern")
    CONVERSATION = "conversation", _("A conversation with the guardians")
    CONSENT = "consent", _("A consent")
    MINUTES = "minutes", _("Minutes of a meeting")
    OBSERVATION = "observation", _("An observation")
    EVALUATION = "evaluation", _("An evaluation")
    CLOSING = "closing", _("Closing")
    VOICE = "voice", _("The child's own voice")
    OTHER = "other", _("Something else")


class Kind(models.TextChoices):
    """How a question is answered."""

    TEXT = "text", _("A line of text")
    LONG = "long", _("Text")
    YES_NO = "yes_no", _("Yes or no")
    CHOICE = "choice", _("One of several")
    MANY = "many", _("Some of several")
    SERVICES = "services", _("Each service: yes or a dash, with a limit")
    SCALE = "scale", _("A scale with words")
    DATE = "date", _("A date")
    PERSON = "person", _("A person: name, role and telephone")
    PEOPLE = "people", _("Several people")
    FACTORS = "factors", _("Risk and protection")
    PLAN = "plan", _("Rows of a plan: goal, measure, who, by when")


class Readers(models.TextChoices):
    """Who may read an answer when the form is finished. Empty: as the form says."""

    FAMILY = "family", _("The team and the family")
    TEAM = "team", _("The team only")
    WRITER = "writer", _("Only the one who wrote it")


class TemplateQuerySet(models.QuerySet["Template"]):
    def of(self, municipality: Municipality) -> Self:
        return self.filter(municipality=municipality, is_ended=False)

    def used_for(self, *purposes: str) -> Self:
        return self.filter(purpose__in=purposes)


class Template(models.Model):
    """A form of a municipality; what it asks stands in its newest version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="form_templates"
    )
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=150)
    about = models.TextField(blank=True)
    purpose = models.CharField(max_length=12)
    age_from = models.SmallIntegerField(null=True, blank=True)
    age_to = models.SmallIntegerField(null=True, blank=True)
    is_ended = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ("position", "key")
        constraints = [
            models.UniqueConstraint(
                name="form_once_in_a_municipality", fields=["municipality", "key"]
            ),
            models.CheckConstraint(
                name="form_purpose_is_known",
                condition=one_of("purpose", Purpose.values),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TemplateVersion(models.Model):
    """What a form asked, from a day on. What is filled in keeps the version it answers.

    `facts` are the record of the profile: sections with questions.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.ForeignKey(Template, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    facts: Any = models.JSONField()
    since = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(
                name="form_version_once", fields=["template", "number"]
            ),
        ]

    def __str__(self) -> str:
        """What it was called then, whatever it is called now."""
        return str(self.facts["title"])


class FilledQuerySet(models.QuerySet["Filled"]):
    def kept(self) -> Self:
        """Not thrown away."""
        return self.filter(thrown_at=None)

    def finished(self) -> Self:
        return self.filter(finished_at__isnull=False)

    def drafts(self) -> Self:
        return self.kept().filter(finished_at=None)

    def at(self, *places: UUID) -> Self:
        """Those that belong to these concerns and logs."""
        return self.kept().filter(place__in=places)

    def for_list(self) -> Self:
        """The drafts first, then the newest; each knows whether it was corrected."""
        later = Filled.objects.finished().filter(replaces=OuterRef("pk"))
        return (
            self.select_related("written_by")
            .annotate(is_corrected=Exists(later), title=F("version__facts__title"))
            .order_by(F("finished_at").desc(nulls_first=True), "-started_at", "pk")
        )


class Filled(ProtectedModel):
    """A form as someone filled it in: theirs alone until finished, then its readers'.

    `place` is the concern or the log it belongs to. `seen_with` decides who may open
    it: the writer's own key while it is a draft, then the place's. What is finished is
    never changed: a correction is a form of its own that `replaces` it.
    """

    version = models.ForeignKey(TemplateVersion, models.PROTECT, related_name="filled")
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="filled_forms"
    )
    place = models.UUIDField()
    seen_with = models.UUIDField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    employment = models.ForeignKey(
        Employment, models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    draft_version = models.PositiveIntegerField(default=1)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    thrown_at = models.DateTimeField(null=True, blank=True)

    objects = FilledQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="filled_is_seen_by_its_writer_or_with_its_place",
                condition=Q(seen_with=F("written_by"))
                | Q(seen_with=F("place"), finished_at__isnull=False),
            ),
            models.CheckConstraint(
                name="filled_is_finished_or_thrown_away",
                condition=Q(finished_at=None) | Q(thrown_at=None),
            ),
            models.UniqueConstraint(
                name="filled_is_corrected_once",
                fields=["replaces"],
                condition=Q(thrown_at=None),
            ),
        ]
        indexes = [
            models.Index(name="filled_by_place", fields=["place", "started_at"]),
            models.Index(name="filled_by_sight", fields=["seen_with"]),
        ]

    def __str__(self) -> str:
        return str(self.version)

    @property
    def about(self) -> UUID:
        """Whom it is about, in the books; while the writer's alone, the writer."""
        if self.seen_with == self.written_by_id:
            return self.written_by_id
        return self.child_id or self.place

    @property
    def is_draft(self) -> bool:
        return self.finished_at is None


class Part(ProtectedModel):
    """The answers of a filled form that have the same readers.

    `answers` is by section and question. What only the team may read is a part of its
    own, so that the database can keep it from the family.
    """

    filled = models.ForeignKey(Filled, models.CASCADE, related_name="parts")
    readers = models.CharField(max_length=10)
    seen_with = models.UUIDField()
    answers: Any = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="part_once_a_reader", fields=["filled", "readers"]
            ),
            models.CheckConstraint(
                name="part_readers_are_known",
                condition=one_of("readers", Readers.values),
            ),
            models.CheckConstraint(name="part_has_answers", condition=~Q(answers=None)),
        ]
        indexes = [models.Index(name="part_by_sight", fields=["seen_with"])]

    class Privacy(ProtectedModel.Privacy):
        personal = {"answers"}
        plain = {"readers"}

    def __str__(self) -> str:
        return self.readers

    @property
    def about(self) -> UUID:
        return self.filled.about
