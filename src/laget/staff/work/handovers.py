"""The baton is offered, and taken or not. Until it is taken, the giver holds it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import logs as may
from laget.children.models import Child
from laget.logs import actions, joining
from laget.logs.models import Handover, Log
from laget.organisation.models import OWN_ARENAS, Kind
from laget.staff.work import usual
from laget.staff.work.asking import answers, ask, does, typed
from laget.staff.work.forms.team import DeclineForm, OfferForm
from laget.web import forms
from laget.web.page import PageRequest, back_to, page

SCHOOL_IS_NEAR = 5  # years: the child begins at school in the year it turns six


@door.one(may.OFFER)
def offer_log(request: PageRequest, log: Log) -> HttpResponse:
    if waiting := log.handovers.open().first():
        return back_to(request, "handover", waiting.pk)
    candidates = joining.candidates(log.child, log.unit)
    people = joining.without(candidates, but=[log.holder_id])
    form = OfferForm(typed(request), people=people)
    if form.is_valid() and does(form, lambda: _offer(log, form, request)):
        said = _("It is offered. Until they say yes, you hold the log as before.")
        return back_to(request, "child", log.child_id, said=said)
    told = {"log": log, "people": people, "school_is_near": _school_is_near(log)}
    told["usual_holder"] = usual.holder(log.child)
    return ask(request, "offer_log", log.child, form, **told)


@door.one(may.READ_HANDOVER)
def handover(request: PageRequest, handover: Handover) -> HttpResponse:
    told = {"handover": handover, "child": handover.log.child, "once": forms.Once()}
    return page(request, "staff/work/handover.html", told)


@require_POST
@door.one(may.ACCEPT)
def accept_handover(request: PageRequest, handover: Handover) -> HttpResponse:
    log, unit = handover.log, handover.to.unit
    actions.accept(handover)
    if unit.pk != log.unit_id and unit.service.kind in OWN_ARENAS:
        said = _("You hold the log now. Does the child belong to your unit, too?")
        return back_to(request, "move-child", log.pk, said=said)
    return back_to(request, "child", log.child_id, said=_("You hold the log now."))


@door.one(may.DECLINE)
def decline_handover(request: PageRequest, handover: Handover) -> HttpResponse:
    child, form = handover.log.child, DeclineForm(typed(request))
    if form.is_valid() and does(
        form, lambda: actions.decline(handover, **answers(form))
    ):
        said = _("You have said no. The one who asked holds the log as before.")
        return back_to(request, "day", said=said)
    return ask(request, "decline_handover", child, form, handover=handover)


@require_POST
@door.one(may.TAKE_BACK)
def take_back_handover(request: PageRequest, handover: Handover) -> HttpResponse:
    actions.take_back(handover)
    said = _("The offer is taken back.")
    if handover.log.holder_id == request.user.pk:
        return back_to(request, "child", handover.log.child_id, said=said)
    return back_to(request, "day", said=said)


def _offer(log: Log, form: OfferForm, request: PageRequest) -> Handover:
    return actions.offer(log, **answers(form), by=request.user)


def _school_is_near(log: Log) -> bool:
    """Still in kindergarten, and of the age at which school is prepared."""
    child: Child = log.child
    return (
        log.unit.service.kind == Kind.KINDERGARTEN
        and child.age is not None
        and child.age >= SCHOOL_IS_NEAR
    )
