"""The law library: provisions as they were worded at a time, shared by all."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from laget.kernel import clock


class Standing(models.TextChoices):
    """Whether a provision applies, as far as our overview knows."""

    IN_FORCE = "in_force", _("In force")
    REPLACED = "replaced", _("Replaced")
    ADOPTED = "adopted", _("Adopted, not yet in force")


def _in_their_language(said: dict[str, str]) -> str:
    return said.get((get_language() or "nb")[:2]) or said.get("nb", "")


class ProvisionQuerySet(models.QuerySet["Provision"]):
    def on(self, day: date) -> Self:
        """Those in force on a day."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_until=None) | Q(valid_until__gte=day),
        ).exclude(standing=Standing.ADOPTED)


class Provision(models.Model):
    """A section of an act, in one version. It is shown as a reference, never as advice.

    `key` names the provision through all its versions; `topics` and `notes` are said in
    several languages. `confirmed` is False until
    someone has compared our note with the act itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    act = models.CharField(max_length=150)
    section = models.CharField(max_length=60)
    act_number = models.CharField(max_length=40, blank=True)
    topics = models.JSONField(default=dict)
    notes = models.JSONField(default=dict, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    standing = models.CharField(max_length=10, default=Standing.IN_FORCE)
    replaced_by = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=300)
    confirmed = models.BooleanField(default=False)
    noted_on = models.DateField(default=clock.today)

    objects = ProvisionQuerySet.as_manager()

    class Meta:
        ordering = ("act", "section", "version")
        constraints = [
            models.UniqueConstraint(
                name="provision_once_a_version", fields=["key", "version"]
            ),
            models.CheckConstraint(
                name="provision_standing_is_known",
                condition=Q(standing__in=Standing.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.section}"

    @property
    def topic(self) -> str:
        """What it is about, in the reader's language."""
        return _in_their_language(self.topics)

    @property
    def note(self) -> str:
        """About the wording, in the reader's language."""
        return _in_their_language(self.notes)

    @property
    def standing_words(self) -> str:
        return str(Standing(self.standing).label)
