"""The plan on one page, and all that is written on another."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse

from laget.access import door, family_plan
from laget.children.models import Child
from laget.family.plan import reading
from laget.family.plan.asked import asked
from laget.family.plan.coming import SHOWN, address, by_day, coming
from laget.family.plan.goals import ended, going_on, tried
from laget.family.plan.kindly import closed_because
from laget.family.plan.people import contact, helpers
from laget.family.plan.reading import Plan
from laget.web.page import PageRequest, page

A_PAGE = 20


@door.one(family_plan.READ)
def plan(request: PageRequest, child: Child) -> HttpResponse:
    """Who helps, what we want, what is next, how it went: to the one who reads."""
    found = reading.read(child, request.user)
    shown = _shown(found) if found.logs else {}
    return page(request, "family/plan/plan.html", _about(found) | shown)


@door.one(family_plan.READ_WRITTEN)
def written(request: PageRequest, child: Child) -> HttpResponse:
    """All that stands in the log, as the one who reads may see it."""
    pages = Paginator(reading.written(child.pk), A_PAGE)
    shown = {
        "child": child,
        "is_own": child.account_id == request.user.pk,
        "since": reading.here_before(child, request.user),
        "entries": pages.get_page(request.GET.get("page")),
        "say_url": address("comment-on-record", child_id=child.pk),
    }
    return page(request, "family/plan/written.html", shown)


def _about(found: Plan) -> dict[str, Any]:
    key = found.child.pk
    return {
        "plan": found,
        "child": found.child,
        "log": found.log,
        "is_own": found.is_own,
        "say_url": address("comment-on-record", child_id=key),
        "consents_url": address("our-consents", child_id=key),
        "help_url": address("our-help", child_id=key),
        "messages_url": address("threads", child_id=key),
    }


def _shown(found: Plan) -> dict[str, Any]:
    days = coming(found)
    return {
        "asked": asked(found),
        "contact": contact(found),
        "helpers": helpers(found),
        "coming": by_day(days)[:SHOWN],
        "later": by_day(days)[SHOWN:],
        "goals": going_on(found),
        "tried": tried(found),
        "ended": ended(found),
        "since": found.since,
        "entries": found.written,
        "closed": "" if found.goes_on else closed_because(found.log.closed_why),
        "earlier": [(log, closed_because(log.closed_why)) for log in found.earlier],
    }
