"""What anyone may open: the front door, the language, and how this house is kept."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from laget.accounts.models import User
from laget.organisation.models import Employment, Municipality
from laget.web.language import chooses_language, remember_language
from laget.web.page import PageRequest, page


@chooses_language
@login_not_required
def front(request: PageRequest) -> HttpResponse:
    """Choose a municipality, or come to the only one. Who works here: to their day."""
    user = request.user
    if user.is_authenticated and Employment.objects.current().filter(user=user):
        return redirect("day")
    places = Municipality.objects.in_use().exclude(slug=None).order_by("name")
    if len(places) == 1:
        return redirect("place", slug=places[0].slug)
    return page(request, "public/front.html", {"places": places})


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Show the pages in another language from now on; kept on the user.

    Also one that only the family's pages speak: the others then fall back.
    """
    response = HttpResponseRedirect(_next(request))
    code = request.POST.get("language", "")
    if code in dict(settings.FAMILY_LANGUAGES):
        _remember(request, response, code)
    return response


@chooses_language
@login_not_required
def accessibility(request: PageRequest) -> HttpResponse:
    return page(request, "public/accessibility.html")


@chooses_language
@login_not_required
def privacy(request: PageRequest) -> HttpResponse:
    return page(request, "public/privacy.html")


def _remember(request: HttpRequest, response: HttpResponse, code: str) -> None:
    user = request.user
    if isinstance(user, User):
        user.language = code
        user.save(update_fields=["language"])
    remember_language(response, code)


def _next(request: HttpRequest) -> str:
    """Where they were, if it is a place of ours."""
    to = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()})
    return to if safe and to.startswith("/") else reverse("front")
