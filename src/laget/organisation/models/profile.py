"""A profile in the database: what was loaded, what was edited, every version."""

import uuid
from typing import Any, Self

from django.db import models

from laget.accounts.models import User
from laget.kernel import clock
from laget.organisation.models.municipality import Municipality


class Profile(models.Model):
    """One folder of `profiles/`: a municipality's, or a part that several build on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.SlugField(max_length=60, unique=True)
    municipality = models.OneToOneField(
        Municipality, models.PROTECT, null=True, blank=True, related_name="profile"
    )
    builds_on = models.JSONField(default=list, blank=True)
    loaded_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class ProfileItemQuerySet(models.QuerySet["ProfileItem"]):
    def in_section(self, section: str) -> Self:
        return self.filter(section=section).order_by("position", "key")

    def edited(self) -> Self:
        """What someone has changed in the browser since it was loaded."""
        return self.exclude(facts=models.F("as_loaded"))

    def with_draft(self) -> Self:
        return self.filter(draft__isnull=False)


class ProfileItem(models.Model):
    """One record of a profile: as it is now, as it was loaded, and a draft if any.

    `facts` is what is published. When the folder is loaded again, a record that was
    edited here and not in the folder stays; edited in both, it is said and nothing is
    overwritten unasked. `as_loaded` None: made in the browser. `facts` None: not yet
    published.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    profile = models.ForeignKey(Profile, models.PROTECT, related_name="items")
    section = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    position = models.PositiveIntegerField(default=0)
    facts: Any = models.JSONField(null=True, blank=True)
    as_loaded: Any = models.JSONField(null=True, blank=True)
    draft: Any = models.JSONField(null=True, blank=True)
    draft_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    draft_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ProfileItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="item_once_in_a_profile", fields=["profile", "section", "key"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.key}"


class Upload(models.Model):
    """A table someone has sent: they see what it would do, until they say do it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200)
    rows: Any = models.JSONField(default=list)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.file_name


class ProfileVersion(models.Model):
    """What a record said, who said so and when. Added to, and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(ProfileItem, models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    facts: Any = models.JSONField()
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    how = models.CharField(max_length=10)  # loaded, published, imported

    class Meta:
        ordering = ("-version",)
        constraints = [
            models.UniqueConstraint(
                name="version_once_of_an_item", fields=["item", "version"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.version}"
