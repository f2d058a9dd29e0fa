"""How somebody at work is told that there is something new in Laget."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import threads as may
from laget.web.page import PageRequest, back_to, page
from laget.web.reaching import ReachForm


@door.own(may.REACH)
def reach(request: PageRequest) -> HttpResponse:
    form = ReachForm(request.POST or None, request.user)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return page(request, "staff/threads/reach.html", {"form": form}, status)
    form.save(request.user)
    return back_to(request, "inbox", said=_("Saved."))
