"""What is done for a goal, and whether it helps."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import logs as may
from laget.audit.models import note
from laget.kernel import clock
from laget.logs import actions, joining
from laget.logs.models import Goal, Intervention, Log, Next, Review
from laget.organisation.models import Employment
from laget.staff.work import usual
from laget.staff.work.asking import answers, ask, does, typed
from laget.staff.work.conflicts import renew
from laget.staff.work.forms.asked import job_of
from laget.staff.work.forms.goals import (
    ChangeInterventionForm,
    InterventionForm,
    ReviewForm,
)
from laget.staff.work.forms.programmes import areas
from laget.staff.work.programmes import narrowed, suggested, suitable, wish
from laget.web.page import PageRequest, back_to


@door.one(may.ADD_INTERVENTION)
def add_intervention(request: PageRequest, goal: Goal) -> HttpResponse:
    child, team = goal.log.child, joining.team(goal.log)
    needs = areas()
    wanted = wish(request.GET, goal, needs)
    found = narrowed(wanted, suitable(child), goal)
    form = InterventionForm(
        typed(request),
        team=team,
        programmes=suitable(child),
        initial=_suggested(request, goal.log, team),
    )
    if form.is_valid() and does(
        form, lambda: actions.add_intervention(goal, **answers(form))
    ):
        said = _("It is agreed, with a date to evaluate it.")
        return back_to(request, "child", goal.log.child_id, said=said)
    shown = suggested(found.for_list(), goal, needs)
    told = {"goal": goal, "filter": wanted, "programmes": shown}
    return ask(request, "add_intervention", child, form, **told)


@door.one(may.CHANGE_INTERVENTION)
def change_intervention(
    request: PageRequest, intervention: Intervention
) -> HttpResponse:
    log, team = intervention.log, joining.team(intervention.log)
    form = ChangeInterventionForm.about(typed(request), intervention, team)
    if form.is_valid() and does(form, lambda: _change(intervention, form)):
        said = _("The change is saved.")
        return back_to(request, "child", log.child_id, said=said)
    told = {"intervention": intervention, "reviews": _earlier(intervention)}
    return ask(request, "change_intervention", log.child, form, **told)


@door.one(may.REVIEW)
def review(request: PageRequest, intervention: Intervention) -> HttpResponse:
    log = intervention.log
    again = usual.review_on(log.child.municipality, log.level)
    initial = {"version": intervention.version, "next_on": again}
    form = ReviewForm(typed(request), initial=initial, child=log.child)
    if form.is_valid():
        if does(form, lambda: _review(intervention, form, request)):
            return _after(request, intervention, form.cleaned_data["decision"])
        renew(form, intervention.version)
    note("intervention.read", intervention)  # as a look: what came of it says itself
    told = {"intervention": intervention, "reviews": _earlier(intervention)}
    return ask(request, "review", log.child, form, **told)


def _suggested(
    request: PageRequest, log: Log, team: list[Employment]
) -> dict[str, object]:
    return {
        "review_on": usual.review_on(log.child.municipality, log.level),
        "owner": job_of(request.user, team),
        "starts_on": clock.today(),
        "programme": request.GET.get("programme", ""),
    }


def _change(intervention: Intervention, form: ChangeInterventionForm) -> None:
    version = form.cleaned_data["version"]
    actions.change_intervention(intervention, version=version, **answers(form))


def _review(intervention: Intervention, form: ReviewForm, request: PageRequest) -> None:
    told = answers(form) | {"version": form.cleaned_data["version"]}
    made = actions.review(intervention, **told, by=request.user)
    form.hold_back(made, intervention.log.child, request.user)


def _after(
    request: PageRequest, intervention: Intervention, decision: str
) -> HttpResponse:
    """To change it leads on to changing it; the rest leads back to the child."""
    if decision == Next.CHANGE:
        said = _("The evaluation is saved. Now write what shall be different.")
        return back_to(request, "change-intervention", intervention.pk, said=said)
    said = _("The evaluation is saved.")
    return back_to(request, "child", intervention.log.child_id, said=said)


def _earlier(intervention: Intervention) -> QuerySet[Review]:
    reviews = intervention.reviews.select_related("reviewed_by")
    return reviews.order_by("-reviewed_at", "pk")
