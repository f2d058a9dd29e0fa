"""The day's pages, as far as they have come: their frame and what they will show."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from laget.access import children as may_child
from laget.access import door, work
from laget.web.page import PageRequest, page


@door.own(work.DAY)
def day(request: PageRequest) -> HttpResponse:
    return page(request, "staff/day/soon.html")


@door.many(may_child.LIST)
def children(request: PageRequest, visible: QuerySet[Any]) -> HttpResponse:
    return page(request, "staff/day/soon.html")


@door.own(work.INBOX)
def inbox(request: PageRequest) -> HttpResponse:
    return page(request, "staff/day/soon.html")


@door.own(work.SEARCH)
def search(request: PageRequest) -> HttpResponse:
    return page(request, "staff/day/soon.html")
