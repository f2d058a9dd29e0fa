"""Consent: who is asked about what, what each said, and taking it back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from laget.access import children as may
from laget.access import door
from laget.children.models import Child
from laget.consents import actions
from laget.consents.models import Consent
from laget.consents.telling import tell_one_who_is_waited_for
from laget.kernel import RuleBroken
from laget.kernel.law import CHILD_IS_HEARD
from laget.logs import actions as logs
from laget.staff.register import consent_rows as rows
from laget.staff.register.consent_forms import (
    AnswerForm,
    AskForm,
    ServiceRow,
    WithdrawForm,
)
from laget.web.page import PageRequest, back_to, page


@door.one(may.READ)
def all_consents(request: PageRequest, child: Child) -> HttpResponse:
    """What stands, what is asked, and all that was: one page."""
    who = rows.deciding(child)
    shown = [rows.show(consent, who) for consent in rows.of_child(child)]
    told = {
        "child": child,
        "who": who,
        "heard": CHILD_IS_HEARD,
        "now": [each for each in shown if each.is_open],
        "earlier": [each for each in shown if not each.is_open],
        "is_waiting": any(not each.opens and each.left for each in shown),
        "may_ask": child.can["ask_consent"],  # type: ignore[attr-defined]
    }
    return page(request, "staff/register/consents.html", told)


@door.one(may.ASK_CONSENT)
def ask_consent(request: PageRequest, child: Child) -> HttpResponse:
    """Several services at once: what is the same for all, and a row for each."""
    form = AskForm(request.POST or None, child=child)
    services = [
        ServiceRow(request.POST or None, service=service)
        for service in rows.services_of(child)
    ]
    if _is_asked(form, services):
        count = _ask(request, child, form, services)
        said = ngettext(
            "Asked for consent for %(n)s service.",
            "Asked for consent for %(n)s services.",
            count,
        ) % {"n": count}
        return back_to(request, "consents", child_id=child.pk, said=said)
    live = {c.service_id: c for c in child.consents.live().order_by("asked_at")}
    told = {
        "child": child,
        "form": form,
        "services": [(row, live.get(row.service.pk)) for row in services],
        "who": rows.deciding(child),
        "heard": CHILD_IS_HEARD,
    }
    status = 422 if form.is_bound else 200
    return page(request, "staff/register/ask.html", told, status)


@door.one(may.READ_CONSENT)
def one_consent(request: PageRequest, consent: Consent) -> HttpResponse:
    return _consent_page(request, consent)


@door.one(may.ANSWER)
def answer_consent(request: PageRequest, consent: Consent) -> HttpResponse:
    """Write down one person's answer. Whoever loses sight by it is led away kindly."""
    shown = rows.show(consent, rows.deciding(consent.child))
    form = AnswerForm(request.POST or None, left=shown.left, child=consent.child)
    if not form.is_valid():
        return _consent_page(request, consent, form)
    try:
        with logs.telling_who_loses_sight(consent, by=request.user):
            actions.answer(consent, **form.given(), by=request.user)
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return _consent_page(request, consent, form)
    return _back(request, consent, _("The answer is saved."))


@door.one(may.WITHDRAW)
def withdraw_consent(request: PageRequest, consent: Consent) -> HttpResponse:
    """Say who loses sight first; then take it back, at once."""
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        lose = rows.who_lose_sight(consent)
        told = {"consent": consent, "child": consent.child, "form": form, "lose": lose}
        status = 422 if form.is_bound else 200
        return page(request, "staff/register/withdraw.html", told, status)
    with logs.telling_who_loses_sight(consent, by=request.user):
        actions.withdraw(consent, reason=form.cleaned_data["reason"], by=request.user)
    said = _("The consent is taken back. The service sees nothing more by it.")
    return _back(request, consent, said)


@require_POST
@door.one(may.REMIND)
def remind_guardian(request: PageRequest, consent: Consent) -> HttpResponse:
    """A kind word that we wait: to somebody who has a page of their own, once a day."""
    shown = rows.show(consent, rows.deciding(consent.child))
    asked = request.POST.get("who", "")
    found = [each for each in shown.waiting if each.key == asked and each.has_page]
    if not found:
        raise RuleBroken(_("This person has no page here. Ask in person."))
    tell_one_who_is_waited_for(consent, found[0].person)
    said = _("We have reminded %(name)s, without a word about what it is.")
    name = found[0].person or consent.child
    return back_to(
        request, "consent", consent_id=consent.pk, said=said % {"name": name}
    )


@door.one(may.ASK_CONSENT)
def print_consents(request: PageRequest, child: Child) -> HttpResponse:
    """On paper: all that is waiting for an answer, with a line to sign for each."""
    who = rows.deciding(child)
    asked = [rows.show(consent, who) for consent in rows.of_child(child).asked()]
    told = {"child": child, "who": who, "asked": asked}
    return page(request, "staff/register/print_consents.html", told)


def _is_asked(form: AskForm, services: list[ServiceRow]) -> bool:
    """All is well written, and something is asked; else it is said where not."""
    if not form.is_bound:
        return False
    is_well = all([form.is_valid(), *[row.is_valid() for row in services]])
    for row in services:
        for error in row.non_field_errors():
            form.add_error(None, error)
    if not any(row.cleaned_data.get("asked") for row in services):
        form.add_error(None, _("Choose at least one service to ask about."))
        return False
    return is_well


def _ask(
    request: PageRequest, child: Child, form: AskForm, services: list[ServiceRow]
) -> int:
    chosen = [row for row in services if row.cleaned_data["asked"]]
    for row in chosen:
        actions.ask(
            child,
            service=row.service,
            topics=row.cleaned_data["topics"] or form.cleaned_data["topics"],
            limits=row.cleaned_data["limits"] or form.cleaned_data["limits"],
            expires_at=form.expires_at(),
            by=request.user,
        )
    return len(chosen)


def _consent_page(
    request: PageRequest, consent: Consent, form: AnswerForm | None = None
) -> HttpResponse:
    who = rows.deciding(consent.child)
    found = rows.of_child(consent.child).get(pk=consent.pk)
    shown = rows.show(found, who)
    can = consent.can  # type: ignore[attr-defined]
    empty = AnswerForm(left=shown.left, child=consent.child)
    told = {
        "child": consent.child,
        "shown": shown,
        "consent": found,
        "who": who,
        "form": (form or empty) if shown.left and can["answer"] else None,
        "can": can,
        "lose": rows.who_lose_sight(found),
    }
    status = 422 if form is not None and form.is_bound else 200
    return page(request, "staff/register/consent.html", told, status)


def _back(request: PageRequest, consent: Consent, said: str) -> HttpResponse:
    """To the child's consents; or, for whoever lost sight by it, to one's own list."""
    if Child.objects.filter(pk=consent.child_id).exists():
        return back_to(request, "consents", child_id=consent.child_id, said=said)
    return back_to(request, "children", said=said)
