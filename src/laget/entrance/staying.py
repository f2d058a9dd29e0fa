"""Being logged in: where one is, for how long yet, and ending it elsewhere."""

from contextlib import suppress
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from laget.accounts import actions
from laget.accounts.sessions import own_open
from laget.web.page import PageRequest, back_to, page


@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: PageRequest) -> HttpResponse:
    """Everywhere one is logged in, and a button to end each."""
    if request.method == "POST":
        return _end(request)
    here = request.session.row
    context = {"sessions": own_open(request.user.pk), "here": here}
    return page(request, "entrance/sessions.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def extend(request: PageRequest) -> HttpResponse:
    """How many seconds are left. POST is a sign of life; GET, by the page itself, not.

    `last`: nothing makes this session last longer.
    """
    session, known = request.session, request.user.is_authenticated
    left = session.left if known else 0
    return JsonResponse({"left": left, "last": known and session.is_last})


def _end(request: PageRequest) -> HttpResponse:
    which = request.POST.get("session", "")
    if which == "others":
        actions.end_others(request.user, request.session.row)
        return back_to(request, "sessions", said=_("You are logged in only here."))
    with suppress(ValueError):  # no key of any session: nothing to end
        actions.end_own(request.user, UUID(which))
    return back_to(request, "sessions", said=_("That log-in has ended."))
