"""Choosing whom to be. These pages exist in a demonstration only."""

from django.contrib.auth import login as begin_session
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from laget.accounts.models import User
from laget.demonstration.choice import groups
from laget.web.page import PageRequest, page

BACKEND = "laget.demonstration.login.AnyoneMayBeAnyone"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PageRequest) -> HttpResponse:
    """Show everyone; whoever's name is pressed is who you are from now on."""
    to = _where(request)
    if request.method == "POST":
        user = get_object_or_404(
            User, username=request.POST.get("person", "")[:150], is_active=True
        )
        begin_session(request, user, backend=BACKEND)
        return redirect(to)
    context = {"groups": groups(), "next": to}
    return page(request, "demonstration/choose.html", context)


def _where(request: PageRequest) -> str:
    """Where they wanted to go, if it is a place of ours."""
    to = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()})
    return to if safe and to.startswith("/") else reverse("front")
