"""Who is on the team and because of what; who joins, and who leaves."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import logs as may
from laget.children.models import Child
from laget.logs import actions, joining
from laget.logs.models import Log, Participation
from laget.staff.work.asking import answers, ask, does, typed
from laget.staff.work.forms.team import InviteByLawForm, InviteForm
from laget.web import forms
from laget.web.page import PageRequest, back_to


@door.one(may.INVITE)
def invite(request: PageRequest, log: Log) -> HttpResponse:
    members = joining.members(log)
    people = joining.without(
        joining.candidates(log.child, log.unit), but=_users(members)
    )
    form = InviteForm(typed(request), people=people)
    if form.is_valid() and does(form, lambda: actions.invite(log, **answers(form))):
        return _joined(request, log, form)
    consents = log.child.consents.live().select_related("service")
    told = {"log": log, "members": members, "people": people, "consents": consents}
    return ask(request, "team", log.child, form, **told)


@door.one(may.INVITE)
def invite_by_law(request: PageRequest, log: Log) -> HttpResponse:
    members = joining.members(log)
    people = joining.without(joining.serving(log.child), but=_users(members))
    form = InviteByLawForm(typed(request), people=people)
    if form.is_valid() and does(form, lambda: actions.invite(log, **answers(form))):
        return _joined(request, log, form)
    return ask(request, "invite_by_law", log.child, form, log=log)


@door.one(may.LEAVE)
def leave(request: PageRequest, participation: Participation) -> HttpResponse:
    form = forms.Once(typed(request))
    if form.is_valid() and does(form, lambda: actions.leave(participation)):
        said = _("You have left the team, and see no more of the log.")
        return back_to(request, "day", said=said)
    return ask(request, "leave", _child(participation), form, **_about(participation))


@door.one(may.REMOVE)
def remove(request: PageRequest, participation: Participation) -> HttpResponse:
    form = forms.Once(typed(request))
    if form.is_valid() and does(form, lambda: actions.remove(participation)):
        said = _("%s is no longer on the team.") % participation.employment.user
        return back_to(request, "invite", participation.log_id, said=said)
    return ask(request, "remove", _child(participation), form, **_about(participation))


def _users(members: list[joining.Member]) -> list[UUID]:
    return [member.user.pk for member in members]


def _joined(request: PageRequest, log: Log, form: InviteForm) -> HttpResponse:
    said = _("%s is on the team.") % form.cleaned_data["employment"].user
    return back_to(request, "invite", log.pk, said=said)


def _child(part: Participation) -> Child:
    return part.log.child


def _about(part: Participation) -> dict[str, object]:
    """What must be given to somebody else first."""
    owner, log = part.employment.user, part.log
    return {
        "part": part,
        "goals": list(log.goals.open().filter(owner=owner)),
        "interventions": list(log.interventions.open().filter(owner=owner)),
    }
