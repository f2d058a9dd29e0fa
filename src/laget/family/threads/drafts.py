"""A message that is being written is kept for its writer until it is sent: for a day.

Nobody else sees it, nor that it is there: it is no part of the conversation, and not
noted with the child.
"""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_threads as may
from laget.accounts import kept
from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel import clock
from laget.threads.models import Thread
from laget.web.page import PageRequest
from laget.web.templatetags import words

ONE, MANY = ("subject", "text"), ("family",)
Place = Child | Thread  # a new conversation about the child; an answer in one


@require_POST
@door.one(may.KEEP_START)
def keep_start(request: PageRequest, child: Child) -> HttpResponse:
    return _keep(request, child)


@require_POST
@door.one(may.KEEP)
def keep_post(request: PageRequest, thread: Thread) -> HttpResponse:
    return _keep(request, thread)


def of(user: User, place: Place) -> dict[str, Any]:
    """What was being written there, as a form begins with it."""
    found = kept.draft_of(user, _name(place))
    one = {name: found[name][0] for name in ONE if found.get(name)}
    return one | {name: found[name] for name in MANY if found.get(name)}


def throw_away(user: User, place: Place) -> None:
    """It is sent."""
    kept.throw_draft_away(user, _name(place))


def _keep(request: PageRequest, place: Place) -> HttpResponse:
    """Who may read it alone is nothing to keep: there must be words."""
    said = [(name, request.POST.getlist(name)) for name in ONE]
    has_words = any(text.strip() for _, values in said for text in values)
    chosen = [(name, request.POST.getlist(name)) for name in MANY]
    kept.keep_draft(request.user, _name(place), said + chosen if has_words else [])
    return JsonResponse({"clock": words.at_clock(clock.now())})


def _name(place: Place) -> str:
    return f"{place._meta.label_lower}:{place.pk}"
