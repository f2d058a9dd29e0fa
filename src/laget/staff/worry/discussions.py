"""Ask a team without saying which child; the team's advice."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import concerns as may
from laget.access import door
from laget.concerns import actions, anonymity
from laget.concerns.models import Concern, Discussion
from laget.guide.models import Verb
from laget.organisation.models import Team, TeamKind, TeamMember
from laget.staff.worry.forms import AdviseForm, AskForm, SendForm
from laget.staff.worry.guidance import municipality_of
from laget.staff.worry.showing import status_of, step_page
from laget.web.page import PageRequest, back_to, page

ON_A_PAGE = 50
FOR_ALL_UNITS = (TeamKind.MOBILE, TeamKind.INTENSIVE, TeamKind.COORDINATING)


@door.one(may.ASK_TEAM)
def ask_team(request: PageRequest, concern: Concern) -> HttpResponse:
    """Write the question, see it as the team will, and only then send it."""
    asking: Any = {"concern": concern, "teams": _teams(concern)}
    form = AskForm(request.POST or None, **asking)
    if "change" in request.POST or not form.is_valid():
        return step_page(request, concern, Verb.ASK_TEAM, form, "ask")
    final = SendForm(request.POST if "send" in request.POST else None, **asking)
    if not final.is_valid():
        return _preview(request, concern, form, final)
    data = final.cleaned_data
    asked = actions.ask_team(
        concern, team=data["team"], question=data["question"], by=request.user
    )
    told = _("The question is sent. You will be told when the team answers.")
    return back_to(request, "discussion", discussion_id=asked.pk, said=told)


@door.many(may.LIST_DISCUSSIONS)
def discussions(request: PageRequest, visible: QuerySet[Discussion]) -> HttpResponse:
    every = Discussion.objects.for_list().filter(pk__in=visible.values("pk"))
    shown = Paginator(every, ON_A_PAGE).get_page(request.GET.get("page"))
    request.shown = [each.pk for each in shown]  # type: ignore[attr-defined]
    return page(request, "staff/worry/discussions.html", {"discussions": shown})


@door.one(may.READ_DISCUSSION)
def discussion(request: PageRequest, discussion: Discussion) -> HttpResponse:
    return _show(request, discussion, AdviseForm())


@door.one(may.ADVISE)
def advise(request: PageRequest, discussion: Discussion) -> HttpResponse:
    form = AdviseForm(request.POST or None)
    if not form.is_valid():
        return _show(request, discussion, form)
    actions.advise(discussion, text=form.cleaned_data["text"], by=request.user)
    told = _("Thank you. The advice is sent.")
    return back_to(request, "discussion", discussion_id=discussion.pk, said=told)


@door.one(may.END_DISCUSSION)
def end_discussion(request: PageRequest, discussion: Discussion) -> HttpResponse:
    if request.method != "POST":
        return _show(request, discussion, AdviseForm())
    actions.end_discussion(discussion)
    told = _("The discussion has ended. The advice stays here.")
    return back_to(request, "discussion", discussion_id=discussion.pk, said=told)


def _preview(
    request: PageRequest, concern: Concern, form: AskForm, final: SendForm
) -> HttpResponse:
    """The question as the team will read it."""
    if not final.is_bound:
        final.initial = {**form.cleaned_data, "team": form.cleaned_data["team"].pk}
    names = anonymity.perhaps_names(form.cleaned_data["question"])
    told = {"asked": form.cleaned_data, "perhaps_names": names}
    return step_page(request, concern, Verb.ASK_TEAM, final, "preview", **told)


def _show(
    request: PageRequest, discussion: Discussion, form: AdviseForm
) -> HttpResponse:
    """For the team the question and nothing else; only its asker finds the way back."""
    told = {
        "discussion": discussion,
        "form": form,
        "advice": discussion.advice.select_related("given_by").order_by("given_at"),
        "is_mine": discussion.asked_by_id == request.user.pk,
    }
    return page(request, "staff/worry/discussion.html", told, status_of(form))


def _teams(concern: Concern) -> QuerySet[Team]:
    """The municipality's teams with somebody to answer: common ones, the own unit's.

    A team that comes out to others is asked from everywhere, wherever its office is.
    """
    reachable = Q(unit=None) | Q(unit=concern.employment.unit_id)
    reachable |= Q(kind__in=FOR_ALL_UNITS)
    answering = TeamMember.objects.filter(employment__ended_at=None).values("team")
    here = Team.objects.filter(reachable, municipality=municipality_of(concern))
    return here.filter(pk__in=answering).order_by("name")
