"""What stands on every page about one concern: where one is, and the red door."""

from datetime import timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.http import HttpResponse
from django.utils import timezone

from laget.concerns.models import Concern, Decision, Discussion
from laget.guide.models import Verb
from laget.staff.forms.here import forms_at
from laget.staff.guided.concern import Facts
from laget.staff.guided.shown import Events
from laget.staff.shields.standing import of_record as shields_of
from laget.staff.shields.words import marks
from laget.staff.worry.guidance import Guidance, page_of
from laget.staff.worry.titles import titled
from laget.web.forms import Form
from laget.web.page import PageRequest, page


def about(concern: Concern) -> dict[str, Any]:
    """The concern with all that has been done about it. Five statements."""
    guidance = Guidance.beside(concern)
    shares = list(concern.shares.select_related("user").order_by("at"))
    talks = _talks(concern)
    asked = list(Discussion.objects.for_list().filter(concern_key=concern.pk))
    must_not_tell = any(talk.not_told for talk in talks)
    facts = Facts(
        written=bool(concern.seen or concern.strengths),
        told=bool(shares or concern.spoken_with) or any(t.held_on for t in talks),
        asked=bool(asked),
        talked=any(talk.held_on for talk in talks),
        must_not_tell=must_not_tell,
        reported=must_not_tell and is_reported(concern),
        decided=not concern.is_open,
    )
    events = _events(concern, shares, talks)
    return {
        "concern": concern,
        "events": events,
        "shares": shares,
        "talks": talks,
        "discussions": asked,
        "decide_by": _decide_by(concern, guidance),
        "filled": forms_at(places=[concern.pk]),
        "may_open_log": _may_open_log(concern),
        **_here(concern, guidance, facts, events),
    }


def _talks(concern: Concern) -> list[Any]:
    """The latest first, each with who in the family does not see it. One statement."""
    talks = concern.conversations.select_related("recorded_by")
    held = talks.annotate(shields=ArraySubquery(shields_of(OuterRef("pk"))))
    found: list[Any] = list(held.order_by("-recorded_at"))
    for talk in found:
        talk.not_seen_by = marks(talk.shields).get(talk.pk, "")
    return found


def step_page(
    request: PageRequest,
    concern: Concern,
    verb: Verb,
    form: Form,
    template: str,
    **more: object,
) -> HttpResponse:
    """A page at which one step of the guide is done, its words beside the form."""
    guidance = Guidance.beside(concern)
    step = guidance.doing(verb)
    told = {
        "concern": concern,
        "form": form,
        "guidance": guidance,
        "step": guidance.shown(step),
        **titled(template),
        **more,
    }
    return page(request, f"staff/worry/{template}.html", told, status_of(form))


def status_of(form: Form) -> int:
    return 422 if form.is_bound and form.errors else 200


def at_step(told: dict[str, Any], verb: Verb) -> dict[str, Any]:
    """The same, but with the words of the step that this page is for."""
    guidance: Guidance = told["guidance"]
    return told | {"step": guidance.shown(guidance.doing(verb), told["events"])}


def _here(
    concern: Concern, guidance: Guidance, facts: Facts, events: Events
) -> dict[str, Any]:
    now = guidance.now(facts)
    return {
        "facts": facts,
        "guidance": guidance,
        "now": now,
        "now_url": page_of(now, concern) if now else "",
        "step": guidance.shown(now.step, events) if now else None,
        "steps": guidance.stepper(facts, now),
    }


def _events(concern: Concern, shares: list[Any], talks: list[Any]) -> Events:
    """The days that the guide's deadlines may be counted from."""
    held = [talk.held_on for talk in talks if talk.held_on]
    return {
        "concern_written": timezone.localdate(concern.opened_at),
        "concern_shared": timezone.localdate(shares[0].at) if shares else None,
        "talked": max(held, default=None),
    }


def is_reported(concern: Concern) -> bool:
    """Whether the one who asks has sent a report; another's is not seen here."""
    return bool(concern.reports.filter(sent_at__isnull=False).exists())


def _may_open_log(concern: Concern) -> bool:
    """Help was decided, and the follow-up has not been opened yet."""
    helps = concern.decision in (Decision.LEVEL_1, Decision.LEVEL_2)
    child = concern.child if helps else None
    return bool(child and not child.logs.open().exists())


def _decide_by(concern: Concern, guidance: Guidance) -> Any:
    days = timedelta(days=guidance.municipality.concern_days)
    return timezone.localdate(concern.opened_at) + days
