"""The holder offers what is to be offered, and writes down what the family says."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import rights as may
from laget.kernel import clock
from laget.logs.models import Log
from laget.rights import offers as actions
from laget.rights.models import Offer, OfferRule, Said
from laget.rights.offering import Due, due_in
from laget.staff.guided.shown import references
from laget.staff.offers.forms import AnswerForm, OfferForm
from laget.staff.work.asking import does, typed
from laget.web.page import PageRequest, back_to, page


@door.one(may.OFFER_WHAT_IS_DUE)
def offers(request: PageRequest, log: Log) -> HttpResponse:
    """What waits, one at a time; the one asked for, else the first."""
    every = due_in(log)
    waits = [one for one in every if one.offer is None]
    if every and not waits:
        return back_to(request, "answer-offer", offer_id=every[0].offer)
    chosen = _chosen(waits, request.POST.get("rule") or request.GET.get("rule", ""))
    form = OfferForm(typed(request), initial={"offered_on": clock.today()})
    if chosen and form.is_valid():
        rule = OfferRule.objects.get(pk=chosen.rule)
        if does(form, lambda: _offer(request, log, rule, form)):
            said = _("It is written down.")
            return back_to(request, "child", log.child_id, said=said)
    told = {
        "log": log,
        "child": log.child,
        "form": form,
        "waits": waits,
        "chosen": chosen,
        **_rule(chosen.rule if chosen else None),
        "made": log.rights_offers.select_related("rule").order_by("-made_at", "pk"),
    }
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "staff/offers/offers.html", told, status)


@door.one(may.ANSWER_OFFER)
def answer_offer(request: PageRequest, offer: Offer) -> HttpResponse:
    form = AnswerForm(typed(request), initial={"said_on": clock.today()})
    if form.is_valid() and does(form, lambda: _answer(offer, form)):
        said = _("The answer is written down.")
        return back_to(request, "child", offer.log.child_id, said=said)
    told = {"offer": offer, "child": offer.log.child, "log": offer.log, "form": form}
    status = 422 if form.is_bound and form.errors else 200
    return page(
        request, "staff/offers/answer.html", told | _rule(offer.rule_id), status
    )


def _chosen(waits: list[Due], wanted: str) -> Due | None:
    named = [one for one in waits if str(one.rule) == wanted]
    return next(iter(named or waits), None)


def _rule(key: UUID | None) -> dict[str, Any]:
    rule = OfferRule.objects.filter(pk=key).first() if key else None
    return {"rule": rule, "law": references(rule.law) if rule else []}


def _offer(request: PageRequest, log: Log, rule: OfferRule, form: OfferForm) -> None:
    told = form.cleaned_data
    if form.is_not_offered:
        actions.do_not_offer(log, rule, reason=told["words"], by=request.user)
        return
    actions.make_offer(
        log,
        rule,
        offered_on=told["offered_on"],
        told=told["told"],
        said=Said(told["said"]),
        words=told["words"],
        next_on=told["next_on"],
        by=request.user,
    )


def _answer(offer: Offer, form: AnswerForm) -> None:
    told = form.cleaned_data
    on: date = told["said_on"]
    said = Said(told["said"])
    actions.answer_offer(
        offer, said=said, said_on=on, words=told["words"], next_on=told["next_on"]
    )
