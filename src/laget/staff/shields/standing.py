"""What is held back of what is written about a child. One question."""

from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject

from laget.children.models import Shield
from laget.staff.shields.words import marks

FIELDS = ("record", "guardian__name")


def of_child(child: Any) -> QuerySet[Shield, Any]:
    """The same as part of another question, whose row names the child."""
    return _told(Shield.objects.standing().filter(child=child))


def of_record(record: Any) -> QuerySet[Shield, Any]:
    """The same for one record."""
    return _told(Shield.objects.standing().filter(record=record))


def _told(shields: QuerySet[Shield]) -> QuerySet[Shield, Any]:
    told = JSONObject(**{name: F(name) for name in FIELDS})
    return shields.order_by("at").values(told=told)


def marks_of(child: UUID | None) -> dict[UUID, str]:
    """For each record that is held back, in words from whom; none without a child."""
    if child is None:
        return {}
    standing = Shield.objects.standing().filter(child=child).order_by("at")
    return marks(standing.values(*FIELDS))
