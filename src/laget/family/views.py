"""My children, and how I want the words to be."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access.family import EASY, MINE
from laget.children.models import Child
from laget.family import standing
from laget.web import around
from laget.web.page import PageRequest, page


@door.many(MINE)
def my_children(request: PageRequest, visible: QuerySet[Child]) -> HttpResponse:
    """The children whose pages are mine, each with why. One child: go there."""
    mine = standing.of(request.user, visible)
    if len(mine) == 1:
        return redirect("our-plan", child_id=mine[0].child.pk)
    return page(request, "family/my_children.html", {"mine": mine})


@require_POST
@door.own(EASY)
def easy_words(request: PageRequest) -> HttpResponse:
    """Show the easy words from now on, or the usual ones; kept with the person."""
    request.session[around.EASY] = easy = request.POST.get("easy") == "yes"
    request.user.easy_words = easy
    request.user.save(update_fields=["easy_words"])
    return HttpResponseRedirect(_next(request))


def _next(request: HttpRequest) -> str:
    """Where they were, if it is a place of ours."""
    to = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()})
    return to if safe and to.startswith("/") else reverse("family")
