"""The child's page, and a closed log's own."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.backends.utils import csrf_input

from laget.access import children as child_rules
from laget.access import door
from laget.access import logs as log_rules
from laget.children.models import Child
from laget.logs.models import Log
from laget.logs.timeline import words as timeline_words
from laget.staff.child import drawn, levels, offered, words
from laget.staff.child.guided import guided
from laget.staff.child.needed import family_of
from laget.staff.child.next_thing import next_thing
from laget.staff.child.own_voice import own_voice
from laget.staff.child.reading import Reading, read
from laget.staff.child.rows import Filters, rows_of
from laget.staff.forms.here import forms_at
from laget.web.page import PageRequest, page
from laget.web.parts import Step


@door.one(child_rules.READ)
def child(request: PageRequest, child: Child) -> HttpResponse:
    """Everything the team may see about one child, on one page."""
    return _page(request, read(child, request.user))


@door.one(log_rules.READ)
def log(request: PageRequest, log: Log) -> HttpResponse:
    """An open log is the child's page; a closed one can be read for itself."""
    if log.is_open:
        return redirect("child", child_id=log.child_id)
    seen = door.permitted(request.user, Child.objects.filter(pk=log.child_id))
    found = seen.select_related("unit", "municipality").first()
    return _page(request, read(found or log.child, request.user, log))


def _page(request: PageRequest, found: Reading) -> HttpResponse:
    if found.only_offered:
        return page(request, "staff/child/offered.html", {"found": found})
    timeline = rows_of(found.child, found, Filters.chosen(request.GET))
    shown = {
        "found": found,
        "child": found.child,
        "log": found.log,
        "timeline": timeline,
        "lines": drawn.lines(timeline.rows, csrf_input(request)),
    }
    if request.htmx.target != "timeline":
        shown |= _around_the_timeline(found)
    return page(request, "staff/child/page.html", shown)


def _around_the_timeline(found: Reading) -> dict[str, Any]:
    return {
        "title": words.who(found.child),
        "next": next_thing(found),
        "steps": _steps(found),
        "follow_up": _follow_up(found),
        "closed_why": _closed_why(found.log),
        "goals": drawn.goals(found.goals, found.shields),
        "team": _team(found),
        "family": family_of(found.child, found.guardians),
        "consents": [(c, words.consent_state(c)) for c in found.consents],
        "consents_in_short": words.consents_in_short(found.consents),
        "today": words.looked_today(found),
        "lately": words.looked_lately(found),
        "kinds": words.KINDS,
        "filled": forms_at(places=_places(found)),
        "people": _people(found),
        **guided(found),
        **_offers(found),
        **_voice(found),
        **own_voice(found),
    }


def _places(found: Reading) -> list[UUID]:
    """The log that is shown, and what led to it: where forms belong."""
    own = [found.log.pk] if found.log else []
    return [*own, *(concern.pk for concern in found.concerns)]


def _follow_up(found: Reading) -> str:
    if found.log is None:
        return ""
    return levels.name_of_follow_up(found.log, found.child.municipality)


def _steps(found: Reading) -> list[Step]:
    if found.log:
        return levels.of_log(found.log)
    began = [concern.opened_at for concern in found.concerns]
    began.append(found.child.registered_at)
    return levels.before_log(min(began), found.level_names)


def _closed_why(log: Log | None) -> str:
    return timeline_words.closed_why(log.closed_why) if log and log.closed_why else ""


def _offers(found: Reading) -> dict[str, Any]:
    waits = offered.waiting(found)
    asked_again = {one.title for one in waits if one.offer}
    made = [one for one in offered.made(found) if one.title not in asked_again]
    to_offer = [(one, offered.address_of(found, one)) for one in waits]
    return {"to_offer": to_offer, "offered": made}


def _voice(found: Reading) -> dict[str, str]:
    """When the child's words were written down, and how they were heard."""
    voice = found.log.voice if found.log else None
    if not voice:
        return {}
    at = datetime.fromisoformat(voice["at"])
    return {"voice_on": words.when(at), "heard": words.heard(voice["heard"])}


def _team(found: Reading) -> list[dict[str, Any]]:
    """The holder first; whoever has no basis to see any more is said so."""
    rows = [
        {
            "part": part,
            "user": part.employment.user,
            "holds": part.employment.user_id == found.log.holder_id,
            "role": found.child.work_of(part.employment),
            "sees": found.sees(part),
        }
        for part in found.current
    ]
    return sorted(rows, key=lambda row: not row["holds"])


def _people(found: Reading) -> list[tuple[str, str]]:
    """Whose doings one can choose to see: the team now and before."""
    users = {part.employment.user for part in found.team}
    return sorted(((str(user.pk), user.name) for user in users), key=lambda p: p[1])
