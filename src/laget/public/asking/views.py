"""I need help: a few questions, an answer within the deadline, nothing shown back."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from laget.guide.models import Contact
from laget.intake.asking import TooMany, ask, takes_requests
from laget.intake.models import ForWhom
from laget.organisation.models import Municipality, Service
from laget.public.asking.forms import AskForm
from laget.public.asking.voices import voice_for
from laget.public.places import of_place, show
from laget.web.page import PageRequest

FEW = 8  # services one may call oneself
FOR_ALL = {"112", "113", "116111"}  # the same everywhere; they always stand first


@of_place
def ask_for_help(request: PageRequest, place: Municipality) -> HttpResponse:
    """The receipt is the answer to the form itself: no address tells that one asked.

    Sent again, by a reload or a second press, it is the same request and receipt.
    """
    asked_for = request.POST.get("for_whom") or request.GET.get("for", "")
    voice = voice_for(asked_for)
    told = _about(place) | {"voice": voice, "voices": list(ForWhom)}
    if not takes_requests(place):
        return show(request, place, "public/asking/by_phone.html", told)
    initial = {"for_whom": asked_for}
    form = AskForm(request.POST or None, voice=voice, initial=initial)
    told["form"] = form
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return show(request, place, "public/asking/form.html", told, status)
    return _kept(request, place, form, told)


def _kept(
    request: PageRequest, place: Municipality, form: AskForm, told: dict[str, Any]
) -> HttpResponse:
    try:
        receipt = ask(
            municipality=place,
            once=form.cleaned_data["once"],
            address=address_of(request),
            **form.asked,
        )
    except TooMany:
        told["too_many"] = True
        return show(request, place, "public/asking/form.html", told, 429)
    told |= {"receipt": receipt, "asked": form.cleaned_data}
    return show(request, place, "public/asking/receipt.html", told)


def address_of(request: HttpRequest) -> str:
    """Who sends it: behind a proxy, what the proxy itself wrote, which is the last."""
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        chain = request.headers.get("X-Forwarded-For", "")
        return chain.split(",")[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def _about(place: Municipality) -> dict[str, Any]:
    """Numbers to call now, and services one may call oneself."""
    every = Contact.objects.of(place)
    contacts = [each for each in every if each.dialled not in FOR_ALL]
    services = (
        Service.objects.of(place)
        .filter(needs_referral=False)
        .exclude(phone__in=["", *(each.number for each in contacts)])
    )
    return {
        "place": place,
        "urgent": [each for each in contacts if each.is_emergency],
        "daytime": [each for each in contacts if not each.is_emergency],
        "services": services.order_by("-takes_requests", "position", "name")[:FEW],
    }
