"""Consents on the family's own pages: what is asked, answering, taking back."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_consents as may
from laget.children.models import Child
from laget.consents.models import Consent
from laget.consents.opening import KEPT_BACK, OPENED
from laget.family.consents import signing
from laget.family.consents.forms import AnswerForm, SignForm, chosen
from laget.family.consents.reading import Ours, Us, open_log, ours, us
from laget.kernel import RuleBroken
from laget.kernel.law import DUTY_TO_REPORT
from laget.web.page import PageRequest, back_to, page


@door.one(may.OURS)
def our_consents(request: PageRequest, child: Child) -> HttpResponse:
    """What waits for my answer, what applies, and all that was."""
    who = us(child, request.user)
    return _all(request, who, ours(who))


@door.one(may.SIGN)
def sign_consents(request: PageRequest, child: Child) -> HttpResponse:
    """Several services answered on one page, with one signature."""
    who = us(child, request.user)
    found = ours(who)
    rows = _rows(request.POST or None, found)
    signed = SignForm(request.POST or None)
    if not _is_well(signed, rows) or not _given(request, who, signed, rows):
        return _all(request, who, found, signed, rows)
    return back_to(
        request, "consent-receipt", child_id=child.pk, said=_("Your answer is saved.")
    )


@door.one(may.READ)
def our_consent(request: PageRequest, consent: Consent) -> HttpResponse:
    return _one(request, consent)


@door.one(may.ANSWER)
def answer_our_consent(request: PageRequest, consent: Consent) -> HttpResponse:
    """A first answer, or a changed one."""
    who = us(consent.child, request.user)
    form = AnswerForm(request.POST or None, consent=consent)
    signed = SignForm(request.POST or None)
    if not _is_well(signed, [form]) or not _given(request, who, signed, [form]):
        return _one(request, consent, form, signed)
    child = consent.child_id
    said = _("Your answer is saved.")
    return back_to(request, "consent-receipt", child_id=child, said=said)


@door.one(may.WITHDRAW)
def withdraw_our_consent(request: PageRequest, consent: Consent) -> HttpResponse:
    """Say first who loses sight; then it is done at once."""
    if request.method != "POST":
        return _one(request, consent, template="withdraw")
    signing.withdraw(request, consent)
    said = _("The consent is taken back. The service sees nothing more.")
    return back_to(request, "our-consents", child_id=consent.child_id, said=said)


@require_POST
@door.one(may.ASK_AGAIN)
def ask_us_again(request: PageRequest, consent: Consent) -> HttpResponse:
    signing.ask_again(consent)
    said = _("We have told your contact that you want to be asked again.")
    return back_to(request, "our-consent", consent_id=consent.pk, said=said)


def _rows(data: Any, found: list[Ours]) -> list[AnswerForm]:
    """One for each service that waits for my answer."""
    waiting = [each for each in found if each.waits_for_me]
    return [AnswerForm(data, consent=each.consent) for each in waiting]


def _is_well(signed: SignForm, rows: list[AnswerForm]) -> bool:
    """All is well written, and something is answered; else it is said where not."""
    if not signed.is_bound:
        return False
    is_well = all([signed.is_valid(), *[row.is_valid() for row in rows]])
    if _answers_something_else(signed, rows):
        signed.add_error(
            None,
            _("What you were asked has changed since you opened the page. See below."),
        )
        return False
    if not is_well:
        signed.add_error(None, _("Something is missing. See below."))
    elif not any(row.is_given for row in rows):
        signed.add_error(None, _("Choose an answer."))
        return False
    return is_well


def _answers_something_else(signed: SignForm, rows: list[AnswerForm]) -> bool:
    """Answers a question that has ended since, or was answered from another page."""
    asked = {row.add_prefix("said") for row in rows}
    said = {name for name in signed.data if name.startswith("consent-")}
    return any(name.endswith("-said") and name not in asked for name in said)


def _given(
    request: PageRequest, who: Us, signed: SignForm, rows: list[AnswerForm]
) -> bool:
    """Whether the answers were taken; else it is said why not, and nothing is lost."""
    try:
        with transaction.atomic():  # all of them, or none
            for row in rows:
                if row.is_given:
                    signing.answer(request, who, row)
    except RuleBroken as broken:
        signed.add_error(None, str(broken))
        return False
    return True


def _all(
    request: PageRequest,
    who: Us,
    found: list[Ours],
    signed: SignForm | None = None,
    rows: list[AnswerForm] | None = None,
) -> HttpResponse:
    forms = {row.consent.pk: row for row in rows or _rows(None, found)}
    told = {
        **_around(who, found),
        "signed": signed or SignForm(),
        "waiting": [
            (each, forms[each.consent.pk]) for each in found if each.waits_for_me
        ],
        "now": [each for each in found if each.is_now and not each.waits_for_me],
        "earlier": [each for each in found if not each.is_now],
        "has_answered": any(each.mine for each in found),
    }
    status = 422 if signed is not None and signed.is_bound else 200
    return page(request, "family/consents/all.html", told, status)


def _one(
    request: PageRequest,
    consent: Consent,
    form: AnswerForm | None = None,
    signed: SignForm | None = None,
    template: str = "one",
) -> HttpResponse:
    who = us(consent.child, request.user)
    found = ours(who)
    each = next(one for one in found if one.consent.pk == consent.pk)
    fresh = AnswerForm(consent=each.consent, initial=chosen(each.my_answer))
    told = {
        **_around(who, found),
        "each": each,
        "form": (form or fresh) if each.may_answer else None,
        "signed": signed or SignForm(),
        "can": consent.can,  # type: ignore[attr-defined]
    }
    status = 422 if form is not None and form.is_bound else 200
    return page(request, f"family/consents/{template}.html", told, status)


def _around(who: Us, found: list[Ours]) -> dict[str, object]:
    """What every page of the consents shows."""
    log = found[0].team.log if found else open_log(who.child)
    holder = {"name": log.holder.name, "phone": ""} if log else None
    return {
        "child": who.child,
        "us": who,
        "holder": holder,
        "opened": OPENED,
        "kept_back": KEPT_BACK,
        "duty": DUTY_TO_REPORT,
    }
