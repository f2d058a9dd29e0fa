"""Fill in a form: it saves itself, works without that, and loses nothing."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import forms as may
from laget.forms import actions
from laget.forms.answers import missing, together
from laget.forms.law import cited
from laget.forms.models import Filled, Kind, Purpose
from laget.forms.reading import Asked
from laget.kernel import Overtaken, clock
from laget.organisation.models import Municipality, Service
from laget.staff.forms import places
from laget.staff.forms.clash import clash_page
from laget.staff.forms.fields import Lists
from laget.staff.forms.forms import FillForm
from laget.staff.worry.factors import Factors
from laget.web.page import PageRequest, back_to, page
from laget.web.templatetags import words


@door.one(may.WRITE)
def fill_form(request: PageRequest, filled: Filled) -> HttpResponse:
    asked = Asked.by(filled.version)
    form = form_of(filled, asked, request.POST or None, request.GET.get("more", ""))
    if not form.is_bound:
        return _show(request, filled, form)
    if not form.is_valid():
        return _show(request, filled, form, 422)
    try:
        actions.save(filled, **_written(form))
    except Overtaken as overtaken:
        return clash_page(request, filled, overtaken, asked)
    return _onward(request, filled, form)


@require_POST
@door.one(may.SAVE)
def save_form(request: PageRequest, filled: Filled) -> HttpResponse:
    """What was answered so far, saved by the page itself."""
    form = form_of(filled, Asked.by(filled.version), request.POST)
    if not form.is_valid():
        return JsonResponse({"fields": sorted(form.errors)}, status=422)
    try:
        actions.save(filled, **_written(form))
    except Overtaken:
        return JsonResponse({}, status=409)
    now = words.at_clock(clock.now())
    return JsonResponse({"clock": now, "version": filled.draft_version})


@require_POST
@door.one(may.THROW_AWAY)
def throw_away_form(request: PageRequest, filled: Filled) -> HttpResponse:
    place = places.of_filled(filled, request.user)
    actions.throw_away(filled)
    said = _("The draft is thrown away.")
    return back_to(request, place.url if place else "day", said=said)


def form_of(
    filled: Filled, asked: Asked, data: Any = None, more: str = "", **options: Any
) -> FillForm:
    """The form as its draft stands, and what was typed over it."""
    options.setdefault("answers", together(filled.parts.all()))
    options.setdefault("version", filled.draft_version)
    place = filled.version.template.municipality
    lists = lists_for(asked, place, options["answers"])
    return FillForm(data, asked=asked, lists=lists, more=more, **options)


def lists_for(asked: Asked, place: Municipality, answers: Any) -> Lists:
    """Read only what this form asks about."""
    kinds = {question.kind for question in asked}
    said = [
        (row["key"], row["text"])
        for question in asked
        if question.kind is Kind.SERVICES
        for row in answers.get(question.section, {}).get(question.key) or []
    ]
    served = Service.objects.filter(municipalities=place).order_by("name")
    rows = served.values_list("pk", "name") if Kind.SERVICES in kinds else []
    here = {str(key): name for key, name in rows}
    factors = Factors.read() if Kind.FACTORS in kinds else None
    return Lists(
        services=list((dict(said) | here).items()),
        factors=[*factors.protecting, *factors.risks] if factors else [],
        language="" if place.language == get_language() else place.language,
    )


def _written(form: FillForm) -> dict[str, Any]:
    return {"version": form.cleaned_data["version"], "answers": form.written()}


def _onward(request: PageRequest, filled: Filled, form: FillForm) -> HttpResponse:
    """It is saved: room for one more row, or on to read it through, or just saved."""
    if more := request.POST.get("more"):
        address = reverse("fill-form", args=[filled.pk])
        known = more if more in form.fields else ""
        return redirect(f"{address}?more={known}#id_{known}")
    if "finish" not in request.POST:
        return back_to(
            request, "fill-form", filled_id=filled.pk, said=_("It is saved.")
        )
    lacking = missing(form.asked, form.written())
    if not lacking:
        return redirect("preview-form", filled_id=filled.pk)
    form.now_at(filled.draft_version)
    form.must_be_answered(lacking)
    return _show(request, filled, form, 422)


def _show(
    request: PageRequest, filled: Filled, form: FillForm, status: int = 200
) -> HttpResponse:
    told = about(request, filled, form.asked) | {
        "form": form,
        "save_url": reverse("save-form", args=[filled.pk]),
    }
    return page(request, "staff/forms/fill.html", told, status)


def about(request: PageRequest, filled: Filled, asked: Asked) -> dict[str, Any]:
    """What stands around a form on each of its pages."""
    place = places.of_filled(filled, request.user)
    language = filled.version.template.municipality.language
    return {
        "filled": filled,
        "asked": asked,
        "place": place,
        "laws": cited(asked.laws),
        "language": language,
        "is_consent": asked.purpose is Purpose.CONSENT and place and place.child,
    }
