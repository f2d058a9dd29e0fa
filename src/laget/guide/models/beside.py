"""What lies beside the steps: a memory aid of factors, and the numbers to call."""

import uuid
from typing import Self

from django.db import models

from laget.organisation.models import Municipality


class FactorQuerySet(models.QuerySet["Factor"]):
    def risks(self) -> Self:
        return self.filter(side=Factor.Side.RISK)

    def protecting(self) -> Self:
        return self.filter(side=Factor.Side.PROTECTION)


class Factor(models.Model):
    """What may weigh on a child or protect it: a memory aid, never a score.

    A concern keeps the codes that were ticked; the words may be improved here. A
    protective factor only matters in the face of risk (Kvello 2015).
    """

    class Side(models.TextChoices):
        RISK = "risk"
        PROTECTION = "protection"

    class Group(models.TextChoices):
        CHILD = "child"
        FAMILY = "family"
        ARENA = "arena"

    code = models.CharField(max_length=10, primary_key=True)
    side = models.CharField(max_length=10)
    group = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    nb = models.CharField(max_length=200)
    nn = models.CharField(max_length=200)
    en = models.CharField(max_length=200)
    source = models.CharField(max_length=200)

    objects = FactorQuerySet.as_manager()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.code} {self.nb}"

    def words(self, language: str) -> str:
        """The plain wording in a language; bokmål when there is none."""
        return {"nn": self.nn, "en": self.en}.get(language[:2], self.nb)


class ContactQuerySet(models.QuerySet["Contact"]):
    def of(self, municipality: Municipality) -> Self:
        """The numbers of one municipality, in the order they are read."""
        return self.filter(municipality=municipality)


class Contact(models.Model):
    """A number to call, also when the office is closed and it cannot wait."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="contacts"
    )
    name = models.CharField(max_length=100)
    number = models.CharField(max_length=30)
    when = models.CharField(max_length=300)
    is_emergency = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                name="contact_once_in_a_municipality",
                fields=["municipality", "name"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.number}"

    @property
    def dialled(self) -> str:
        """The number as a telephone link wants it."""
        return self.number.replace(" ", "")
