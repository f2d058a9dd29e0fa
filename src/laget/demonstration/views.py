"""Choosing whom to be: the demonstration's own log-in provider.

It vouches for anyone, so it exists in a demonstration only: elsewhere its address is
not there, its backend is not asked, and what stands here refuses to work.
"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from laget.accounts.actions import PERSON, STAFF, let_in
from laget.accounts.models import User
from laget.accounts.oidc.providers import LEVELS
from laget.demonstration.choice import families, groups, works_here
from laget.entrance import ways
from laget.web.language import chooses_language
from laget.web.page import PageRequest, page

BACKEND = "laget.demonstration.login.AnyoneMayBeAnyone"


@chooses_language
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PageRequest) -> HttpResponse:
    """Show everyone; whoever's name is pressed is who you are from now on."""
    if not settings.DEMONSTRATION:
        raise ImproperlyConfigured("Nobody can be chosen outside a demonstration.")
    if request.method == "POST":
        return _be(request, request.POST.get("person", "")[:150])
    context = {
        "groups": groups(),
        "families": families(),
        "next": ways.wanted(request),
        "again": "again" in request.GET and request.user.is_authenticated,
    }
    return page(request, "demonstration/choose.html", context)


def _be(request: PageRequest, username: str) -> HttpResponse:
    """Begin the same kind of session as any other log-in: at work, or as family."""
    user = get_object_or_404(User, username=username, is_active=True)
    kind, level = (STAFF, "") if works_here(user) else (PERSON, _level(request))
    let_in(request, user, kind=kind, level=level, backend=BACKEND)
    home = reverse("front") if kind == STAFF else ways.home(kind)
    return redirect(ways.wanted(request) or home)


def _level(request: PageRequest) -> str:
    level = request.POST.get("level", "high")
    return level if level in LEVELS else "high"
