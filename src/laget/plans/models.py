"""The preventive plan the council itself adopts, as it was adopted; no child is in it.

Each municipality shall have one (the Child Welfare Act, barnevernsloven § 15-1).
"""

import uuid
from typing import Any, Self

from django.db import models

from laget.kernel import clock
from laget.organisation.models import Municipality


class PlanQuerySet(models.QuerySet["Plan"]):
    def of(self, municipality: Municipality) -> Self:
        """Its plans, the one that several share before its own part."""
        return self.filter(municipality=municipality)


class Plan(models.Model):
    """A plan with its chapters, goals, measures, figures and words.

    `chapters` are `{key, content, title, text}`, `measures` `{goal, area, measure,
    responsible, when, state}`, `figures` `{name, value, year, compared, source}`;
    `superseded` are `{cites, now}`: what the plan cites, and the key in the law library
    of what applies now. `law` holds keys of the law library.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="plans")
    title = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    from_year = models.PositiveSmallIntegerField(null=True, blank=True)
    until_year = models.PositiveSmallIntegerField(null=True, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    adopted_by = models.CharField(max_length=200, blank=True)
    case = models.CharField(max_length=60, blank=True)
    replaces = models.CharField(max_length=200, blank=True)
    revise_by = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    law: Any = models.JSONField(default=list, blank=True)
    chapters: Any = models.JSONField(default=list, blank=True)
    goals: Any = models.JSONField(default=list, blank=True)
    measures: Any = models.JSONField(default=list, blank=True)
    figures: Any = models.JSONField(default=list, blank=True)
    words: Any = models.JSONField(default=list, blank=True)
    superseded: Any = models.JSONField(default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ("position", "title")
        constraints = (
            models.UniqueConstraint(
                name="plan_once_in_a_municipality", fields=["municipality", "title"]
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_overdue(self) -> bool:
        """It should have been revised before today."""
        return self.revise_by is not None and self.revise_by < clock.today()
