"""How soon those who asked were answered, month by month; few are never counted out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.http import HttpResponse

from laget.access import door
from laget.access import intake as may
from laget.organisation.models import Municipality
from laget.web.page import PageRequest, page

ASK = """
SELECT municipality_id, month, received, answered, in_time, median_hours, is_few
FROM help_replies() ORDER BY month DESC
"""
A_DAY = 24


@dataclass(frozen=True)
class Month:
    """One month in one municipality; None where they were too few to show."""

    municipality: UUID
    month: date
    received: int | None
    answered: int | None
    in_time: int | None
    median_hours: float | None
    is_few: bool

    @property
    def days(self) -> float | None:
        """The median time to the first answer, in days and nights."""
        return self.median_hours / A_DAY if self.median_hours is not None else None


@door.own(may.REPLY_TIMES)
def reply_times(request: PageRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(ASK)
        months = [Month(*row) for row in cursor.fetchall()]
    by_place: dict[UUID, list[Month]] = defaultdict(list)
    for month in months:
        by_place[month.municipality].append(month)
    places = Municipality.objects.filter(pk__in=by_place).order_by("name")
    told = {"places": [(place, by_place[place.pk]) for place in places]}
    return page(request, "staff/requests/replies.html", told)
