"""The line on a child's or a concern's page: forms finished, and one's own drafts."""

from uuid import UUID

from django.db.models import QuerySet

from laget.forms.models import Filled
from laget.kernel.prepared import any_of, prepared

MOST = 10  # on the page of a child; the rest stand in the timeline


@prepared
def forms_at(places: list[UUID]) -> QuerySet[Filled]:
    """One question, compiled once: the page of a child is the busiest there is."""
    return Filled.objects.kept().filter(any_of("place", places)).for_list()[:MOST]
