"""The unit's work as its leader sees it: load and dates, no content."""

from django.http import HttpResponse

from laget.access import door, work
from laget.web.page import PageRequest, page


@door.own(work.LEAD)
def unit(request: PageRequest) -> HttpResponse:
    return page(request, "staff/day/soon.html")
