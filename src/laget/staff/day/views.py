"""The day's pages, as far as they have come: their frame and what they will show."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from laget.access import children as may_child
from laget.access import door, work
from laget.web.page import PageRequest, page


@door.own(work.INBOX)
def inbox(request: PageRequest) -> HttpResponse:
    return page(request, "staff/day/soon.html")
