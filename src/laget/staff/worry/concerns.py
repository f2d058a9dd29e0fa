"""One concern: written by its owner, read by whom the owner has let in."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from laget.access import concerns as may
from laget.access import door
from laget.concerns import actions
from laget.concerns.models import Concern
from laget.guide.models import Factor
from laget.kernel import Overtaken, clock
from laget.staff.worry import showing
from laget.staff.worry.clash import clash_page
from laget.staff.worry.factors import Factors
from laget.staff.worry.forms import NextDateForm, WriteForm
from laget.staff.worry.titles import titled
from laget.web.page import PageRequest, back_to, page
from laget.web.templatetags import words


@door.one(may.READ)
def concern(request: PageRequest, concern: Concern) -> HttpResponse:
    factors = Factors.read()
    told = showing.about(concern) | {
        "form": WriteForm(concern=concern, factors=factors),
        "protecting": factors.ticked(Factor.Side.PROTECTION, concern.factors),
        "risks": factors.ticked(Factor.Side.RISK, concern.factors),
    }
    return page(request, "staff/worry/concern.html", told)


@door.one(may.WRITE)
def write_concern(request: PageRequest, concern: Concern) -> HttpResponse:
    factors = Factors.read()
    form = WriteForm(request.POST or None, concern=concern, factors=factors)
    if not form.is_valid():
        told = showing.about(concern) | {"form": form}
        status = showing.status_of(form)
        return page(request, "staff/worry/concern.html", told, status)
    try:
        actions.write(concern, **form.written())
    except Overtaken as overtaken:
        return clash_page(request, concern, overtaken, factors)
    return back_to(request, "concern", concern_id=concern.pk, said=_("It is saved."))


@door.one(may.SAVE)
def save_concern(request: PageRequest, concern: Concern) -> HttpResponse:
    """What was typed so far, saved by the page itself."""
    form = WriteForm(request.POST, concern=concern, factors=Factors.read())
    if not form.is_valid():
        return JsonResponse({"fields": sorted(form.errors)}, status=422)
    try:
        saved = actions.write(concern, **form.written())
    except Overtaken:
        return JsonResponse({}, status=409)
    now = words.at_clock(clock.now())
    return JsonResponse({"clock": now, "version": saved.version})


@door.one(may.WRITE)
def concern_next_date(request: PageRequest, concern: Concern) -> HttpResponse:
    form = NextDateForm(request.POST or None, initial={"on": concern.next_on})
    if not form.is_valid():
        told: dict[str, Any] = showing.about(concern) | titled("next_date")
        told["form"], status = form, showing.status_of(form)
        return page(request, "staff/worry/next_date.html", told, status)
    actions.look_again(concern, on=form.cleaned_data["on"])
    return back_to(request, "concern", concern_id=concern.pk, said=_("It is saved."))
