"""Asking for help while logged in, and following what becomes of it."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import family_help as may
from laget.audit.models import note_own
from laget.children.models import Child
from laget.family.help.forms import HelpForm, HelpSomewhereForm
from laget.family.help.progress import in_short, steps
from laget.intake.asking import TooMany, ask_as, places, takes_requests
from laget.intake.models import ForWhom, HelpRequest
from laget.organisation.models import Municipality
from laget.web.page import PageRequest, back_to, page

FEW = 20


@door.one(may.ASK_FOR)
def our_help(request: PageRequest, child: Child) -> HttpResponse:
    """From a child's page: to the child's municipality."""
    is_young = child.account_id == request.user.pk
    initial = {"for_whom": ForWhom.ME if is_young else ForWhom.MY_CHILD}
    form = HelpForm(request.POST or None, initial=initial)
    told = {"child": child, "place": child.municipality, "is_young_person": is_young}
    told["is_answered"] = takes_requests(child.municipality)
    return _asked(request, form, told)


@door.own(may.ASK)
def family_help(request: PageRequest) -> HttpResponse:
    """Outside a child: also for somebody who has none here."""
    where = list(places()[:2])
    initial = {"municipality": where[0] if len(where) == 1 else None}
    form = HelpSomewhereForm(request.POST or None, initial=initial)
    return _asked(request, form, {"is_answered": bool(where)})


@door.one(may.FOLLOW)
def follow(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    note_own(str(may.FOLLOW), request.user.pk, request=str(helprequest.pk))
    told = {"asked": helprequest, "steps": steps(helprequest)}
    return page(request, "family/help/follow.html", told)


def _asked(request: PageRequest, form: HelpForm, told: dict[str, Any]) -> HttpResponse:
    told |= {"form": form, "mine": _mine(request), "may_follow": _may_follow(request)}
    if told["is_answered"] and form.is_valid():
        place: Municipality = told.get("place") or form.cleaned_data["municipality"]
        try:
            asked = ask_as(request.user, **(form.asked | {"municipality": place}))
        except TooMany:
            return page(request, "family/help/help.html", told | {"too_many": 1}, 429)
        note_own("request.asked", request.user.pk, request=str(asked.pk))
        if told["may_follow"]:
            said = _("We have got it. Thank you for asking.")
            return back_to(request, "our-request", helprequest_id=asked.pk, said=said)
        return page(request, "family/help/receipt.html", told | {"asked": asked})
    status = 422 if form.is_bound else 200
    return page(request, "family/help/help.html", told, status)


def _may_follow(request: PageRequest) -> bool:
    """What one has asked may tell much: it is shown after a strong log-in alone."""
    return request.session.get("level") == "high"


def _mine(request: PageRequest) -> list[tuple[HelpRequest, str]]:
    if not _may_follow(request):
        return []
    mine = HelpRequest.objects.filter(account=request.user)
    found = mine.select_related("employment").order_by("-received_at", "pk")[:FEW]
    return [(each, in_short(each)) for each in found]
