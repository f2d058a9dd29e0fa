"""A municipality's public pages: found by its name in the address, in its language."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.organisation.models import Municipality
from laget.public.kept import place_called
from laget.web.around import Place
from laget.web.language import chooses_language
from laget.web.page import PageRequest, page

SPOKEN = {code for code, _ in settings.LANGUAGES}
View = Callable[..., HttpResponse]


def of_place(view: View) -> View:
    """A page of one municipality, open to everyone; 404 for any other name.

    It speaks the municipality's language until the visitor chooses another.
    """

    @chooses_language
    @login_not_required
    @wraps(view)
    def shown(request: PageRequest, slug: str, **named: Any) -> HttpResponse:
        place = place_called(slug)
        if place is None:
            raise Http404
        speak(request, place.language)
        return view(request, place, **named)

    return shown


def speak(request: PageRequest, language: str) -> None:
    """Use this language, unless the visitor has chosen one."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) in SPOKEN
    if not chosen and not isinstance(request.user, User):
        translation.activate(language)
        request.LANGUAGE_CODE = language


def show(
    request: PageRequest,
    place: Municipality,
    template: str,
    context: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    """A public page with what stands around it.

    `{{ said_in }}` marks the municipality's words with their language; it is empty when
    the page speaks the same.
    """
    around = of_itself(place) | {"public_menu": menu(request, place)}
    return page(request, template, {**around, **(context or {})}, status)


def of_itself(place: Municipality) -> dict[str, object]:
    """What every page of a municipality knows, whoever asks for it."""
    return {
        "place": place,
        "said_in": said_in(place),
        "help_url": reverse("ask-for-help", kwargs={"slug": place.slug}),
        "catalogue_name": place.word("catalogue") or _("Programmes and offers"),
    }


def said_in(place: Municipality) -> SafeString:
    if (translation.get_language() or "")[:2] == place.language:
        return mark_safe("")
    return format_html(' lang="{}"', place.language)


def menu(request: PageRequest, place: Municipality) -> list[Place]:
    entries = [
        ("ask-for-help", _("I need help")),
        ("worried", _("Worried about a child")),
        ("programmes", place.word("catalogue") or _("Programmes")),
        ("services", _("Services")),
        ("public-guides", _("Guides")),
        ("plan", _("The plan")),
    ]
    to = {"slug": place.slug}
    return [_entry(request, reverse(name, kwargs=to), text) for name, text in entries]


def _entry(request: PageRequest, url: str, text: str) -> Place:
    return Place(text, url, is_current=request.path.startswith(url))
