"""Writing down a child that nobody one can see has registered."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door, work
from laget.accounts.models import User
from laget.children import actions
from laget.children.models import Child
from laget.concerns import actions as concerns
from laget.concerns.models import Concern
from laget.kernel.law import PROTECTED_ADDRESS
from laget.staff.register.finding import alike, concern_asked_for
from laget.staff.register.forms import RegisterForm
from laget.staff.register.guardian_forms import GuardianRow
from laget.web.page import PageRequest, back_to, page

ROWS = ("guardian-1", "guardian-2")
FACTS = ("name", "born_on", "due_on", "number", "unit", "protection", "municipality")


@door.own(work.REGISTER)
def register_child(request: PageRequest) -> HttpResponse:
    """First the form, with what was searched for; then the child and its guardians."""
    concern = concern_asked_for(request)
    form, guardians = _forms(request)
    given = all([form.is_valid(), *(row.is_valid() for row in guardians)])
    known = _known(request, form) if given else []
    if not given or known:
        shown = {"form": form, "guardians": guardians, "known": known}
        is_wrong = form.is_bound or any(row.errors for row in guardians)
        status = 422 if is_wrong else 200
        shown |= {"concern": concern, "protection_law": PROTECTED_ADDRESS}
        return page(request, "staff/register/register.html", shown, status)
    child = _register(request.user, form.cleaned_data, guardians)
    return _after(request, child, concern)


def _forms(request: PageRequest) -> tuple[RegisterForm, list[GuardianRow]]:
    """Bound when sent; from the search page it begins with what was typed there."""
    sent = request.POST if "start" not in request.POST else None
    words: Mapping[str, Any] = request.POST if sent is None else {}
    first = {name: words.get(name, "") for name in ("name", "born_on", "number")}
    form = RegisterForm(sent or None, initial=first, user=request.user)
    rows = [GuardianRow(sent or None, prefix=row) for row in ROWS]
    return form, rows


def _known(request: PageRequest, form: RegisterForm) -> list[Child]:
    """Someone of the same number, or of the same name and day, is offered first."""
    facts = form.cleaned_data
    if facts["another"]:
        return []
    asked = {name: facts[name] for name in ("name", "born_on", "due_on", "number")}
    found = alike(request.user, **asked)
    if found:
        form.is_alike()
        request.shown = [child.pk for child in found]  # type: ignore[attr-defined]
        form.add_error(None, _("Is it one of the children you work with already?"))
    return found


def _register(
    user: User, facts: Mapping[str, Any], guardians: list[GuardianRow]
) -> Child:
    child = actions.register(**{name: facts[name] for name in FACTS}, by=user)
    for row in guardians:
        if row.is_given:
            actions.add_guardian(child, **row.cleaned_data)
    return child


def _after(request: PageRequest, child: Child, concern: Concern | None) -> HttpResponse:
    said = _("%(child)s is registered.") % {"child": child}
    if concern is None:
        return back_to(request, "child", child_id=child.pk, said=said)
    concerns.about_child(concern, child)
    return back_to(request, "concern", concern_id=concern.pk, said=said)
