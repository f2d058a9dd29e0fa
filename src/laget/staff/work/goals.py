"""Goals, in the family's words."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import logs as may
from laget.logs import actions, joining
from laget.logs.models import Goal, Log
from laget.staff.work.asking import answers, ask, does, typed
from laget.staff.work.forms.asked import job_of
from laget.staff.work.forms.goals import ChangeGoalForm, EndGoalForm, GoalForm
from laget.staff.work.forms.programmes import areas
from laget.web.page import PageRequest, back_to


@door.one(may.WRITE)
def set_goal(request: PageRequest, log: Log) -> HttpResponse:
    team = joining.team(log)
    mine = {"owner": job_of(request.user, team)}
    form = GoalForm(typed(request), team=team, needs=areas(), initial=mine)
    if form.is_valid() and does(form, lambda: actions.set_goal(log, **answers(form))):
        return back_to(request, "child", log.child_id, said=_("The goal is set."))
    return ask(request, "set_goal", log.child, form, log=log)


@door.one(may.CHANGE_GOAL)
def change_goal(request: PageRequest, goal: Goal) -> HttpResponse:
    team = joining.team(goal.log)
    form = ChangeGoalForm.about(typed(request), goal, team, needs=areas())
    if form.is_valid() and does(form, lambda: _change(goal, form)):
        said = _("The goal is changed.")
        return back_to(request, "child", goal.log.child_id, said=said)
    return ask(request, "change_goal", goal.log.child, form, goal=goal)


@door.one(may.END_GOAL)
def end_goal(request: PageRequest, goal: Goal) -> HttpResponse:
    form = EndGoalForm(typed(request))
    if form.is_valid() and does(form, lambda: _end(goal, form, request)):
        said = _("The goal has ended, with its result.")
        return back_to(request, "child", goal.log.child_id, said=said)
    going_on = goal.interventions.open().order_by("starts_on", "pk")
    return ask(request, "end_goal", goal.log.child, form, goal=goal, ends=going_on)


def _change(goal: Goal, form: ChangeGoalForm) -> None:
    version = form.cleaned_data["version"]
    actions.change_goal(goal, version=version, **answers(form))


def _end(goal: Goal, form: EndGoalForm, request: PageRequest) -> None:
    actions.end_goal(goal, **answers(form), by=request.user)
