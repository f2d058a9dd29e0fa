"""The page of who has looked: thirty days, or fifty rows, at a time."""

from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive

from laget.access import door
from laget.access import family_looked as may
from laget.children.models import Child
from laget.family.looked import drawn
from laget.family.looked.words import Shown, in_words
from laget.inquiries.models import About, Inquiry
from laget.kernel import clock
from laget.kernel.prepared import prepared
from laget.logs import told
from laget.logs.visits import visits
from laget.meetings.who import guest_parts
from laget.web.page import PageRequest, page

TEMPLATE = "family/looked/looked.html"


@door.one(may.LOOKED)
def who_looked(request: PageRequest, child: Child) -> HttpResponse:
    """Fresh each time it is opened; `before` is where an earlier page ended."""
    before = _moment(request.GET.get("before", ""))
    found = told.page(child, request.user, before=before)
    shown = _shown(request, child, found)
    days = [
        (day, drawn.visits(those, child))
        for day, those in groupby(shown, key=lambda s: s.visit.day)
    ]
    context = {
        "child": child,
        "days": days,
        "older": found.older,
        "is_earlier": before is not None,
        "since": clock.now(),
        "is_young_person": child.account_id == request.user.pk,
    }
    return page(request, TEMPLATE, context)


@door.one(may.ANYTHING_NEW)
def anything_new(request: PageRequest, child: Child) -> HttpResponse:
    """Asked by the page itself: tells that there is more, and nothing of what it is."""
    since = _moment(request.GET.get("since", ""))
    if since is None or not told.anything_new(child, request.user, since):
        return HttpResponse(status=204)
    return page(request, "family/looked/news.html", {"child": child})


def _shown(request: PageRequest, child: Child, found: told.Page) -> list[Shown]:
    mine = _asked(child=child.pk, by=request.user.pk) if found.rows else []
    asked = {(each.day, each.person): each.pk for each in mine}
    guests = guest_parts(child, found.rows)
    seen = visits(child, found.rows, guests=guests, reader=request.user.pk)
    return [
        in_words(
            visit,
            child,
            request.user,
            line=row["line"][0],
            asked=asked.get((row["day"], row["actor"])),
        )
        for row, visit in zip(found.rows, seen, strict=True)
    ]


@prepared
def _asked(child: UUID, by: UUID) -> QuerySet[Inquiry]:
    return Inquiry.objects.filter(child=child, by=by, kind=About.LOOKED)


def _moment(typed: str) -> datetime | None:
    """What was not a moment is no place to begin: the page shows the newest."""
    try:
        found = parse_datetime(typed)
    except ValueError:
        return None
    return None if found is None or is_naive(found) else found
