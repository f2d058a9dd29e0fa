"""The list of requests for help, and the page of one."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from laget.access import door
from laget.access import intake as may
from laget.intake.models import HelpRequest
from laget.organisation.models import Appointment, Employment, Trust
from laget.staff.requests.groups import grouped
from laget.staff.requests.kindly import kindly
from laget.web import forms
from laget.web.page import PageRequest, page

MOST = 200  # open ones on the page, those with the nearest date; more is a crisis
LATELY = 20


@door.many(may.LIST)
def requests(request: PageRequest, visible: QuerySet[HelpRequest]) -> HttpResponse:
    every = HelpRequest.objects.for_list().filter(pk__in=visible.values("pk"))
    code = request.GET.get("code", "").strip().upper()
    if code:
        every = every.filter(code__startswith=code)
    closed = every.filter(closed_at__isnull=False).order_by("-closed_at")
    found = [*every.open()[:MOST], *closed[:LATELY]]
    request.shown = [each.pk for each in found]  # type: ignore[attr-defined]
    told = {
        "groups": grouped(found, request.user),
        "code": code,
        "measures": _measures(request),
    }
    return page(request, "staff/requests/list.html", told)


@kindly
@door.one(may.READ)
def request_page(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    return page(request, "staff/requests/request.html", about(helprequest))


def about(helprequest: HelpRequest) -> dict[str, Any]:
    """The request with all that became of it. Three statements."""
    routings = list(
        helprequest.routings.select_related(
            "to_unit", "from_unit", "given_by", "answered_by__user"
        ).order_by("-at")
    )
    contacts = list(helprequest.contacts.select_related("by").order_by("-at"))
    return {
        "asked": helprequest,
        "routings": routings,
        "contacts": contacts,
        "waits": next((each for each in routings if each.answered_at is None), None),
        "knows_who": any(each.told_who for each in contacts),
        "once": forms.Once(),
    }


def _measures(request: PageRequest) -> bool:
    leads = Employment.objects.leading().filter(user=request.user)
    return leads.exists() or Appointment.objects.of(request.user, Trust.TRIAGE).exists()
