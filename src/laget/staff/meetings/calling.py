"""Call a meeting, move it, call it off, ask one more."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import meetings as may
from laget.children.models import Child
from laget.logs import joining
from laget.logs.models import Log
from laget.meetings import actions, who
from laget.meetings.models import Meeting
from laget.staff.meetings.forms import CallForm, CancelForm, MoveForm, WhomForm
from laget.staff.meetings.pages import latest_voice, needs_of
from laget.staff.work.asking import does, typed
from laget.web.forms import Form
from laget.web.page import PageRequest, back_to, page


@door.one(may.CALL)
def call(request: PageRequest, log: Log) -> HttpResponse:
    """What the child has said it wants stands beside; who is asked, people decide."""
    team = joining.team(log)
    mine = [str(job.pk) for job in team if job.user_id == request.user.pk]
    form = CallForm(typed(request), initial={"team": mine}, **_people(log, team))
    made: list[Meeting] = []

    def deed() -> None:
        asked = {**form.told, **form.whom}
        made.append(actions.call(log, **asked, by=request.user))

    if form.is_valid() and does(form, deed):
        said = _("The meeting is called. Those who are asked have been told.")
        return back_to(request, "staff-meeting", meeting_id=made[0].pk, said=said)
    told = {
        "log": log,
        "voice": latest_voice(log.child),
        "needs": needs_of(form.family, log.child),
    }
    return _ask(request, "call", log.child, form, **told)


@door.one(may.MOVE)
def move(request: PageRequest, meeting: Meeting) -> HttpResponse:
    form = MoveForm.of(typed(request), meeting)
    if form.is_valid() and does(form, lambda: _move(meeting, form, request)):
        return _back(request, meeting, _("The meeting is changed. All have been told."))
    return _ask(request, "move", meeting.log.child, form, meeting=meeting)


@door.one(may.CANCEL)
def cancel(request: PageRequest, meeting: Meeting) -> HttpResponse:
    form = CancelForm(typed(request))
    if form.is_valid() and does(form, lambda: _cancel(meeting, form, request)):
        said = _("The meeting is called off. All have been told.")
        return _back(request, meeting, said)
    return _ask(request, "cancel", meeting.log.child, form, meeting=meeting)


@door.one(may.INVITE)
def invite(request: PageRequest, meeting: Meeting) -> HttpResponse:
    log = meeting.log
    form = WhomForm(typed(request), **_people(log, joining.team(log)))
    if form.is_valid() and form.is_nobody:
        form.add_error("team", _("Choose who is asked to come."))
    if form.is_valid() and does(form, lambda: _invite(meeting, form, request)):
        return _back(request, meeting, _("They are asked, and have been told."))
    told: dict[str, object] = {"meeting": meeting, "voice": latest_voice(log.child)}
    told["needs"] = needs_of(form.family, log.child)
    told["coming"] = who.comers(meeting, log.child)
    return _ask(request, "ask", log.child, form, **told)


def _people(log: Log, team: list[Any]) -> dict[str, Any]:
    return {"about": log.child, "family": who.in_the_family(log.child), "team": team}


def _move(meeting: Meeting, form: MoveForm, request: PageRequest) -> None:
    version = form.cleaned_data["version"]
    actions.move(meeting, **form.told, sequence=version, by=request.user)


def _cancel(meeting: Meeting, form: CancelForm, request: PageRequest) -> None:
    actions.cancel(meeting, why=form.cleaned_data["why"], by=request.user)


def _invite(meeting: Meeting, form: WhomForm, request: PageRequest) -> None:
    actions.invite(meeting, **form.whom, by=request.user)


def _ask(
    request: PageRequest, template: str, child: Child, form: Form, **told: object
) -> HttpResponse:
    context = {"child": child, "form": form, **told}
    status = 422 if form.is_bound and form.errors else 200
    return page(request, f"staff/meetings/{template}.html", context, status)


def _back(request: PageRequest, meeting: Meeting, said: str) -> HttpResponse:
    return back_to(request, "staff-meeting", meeting_id=meeting.pk, said=said)
