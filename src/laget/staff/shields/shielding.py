"""Hold back what is written already; and who does not see it now."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import children as child_rules
from laget.access import door
from laget.access import shields as may
from laget.access.rules import Action
from laget.audit.models import note
from laget.children import actions
from laget.children.models import Child, Shield, ShieldedBecause
from laget.kernel import RuleBroken
from laget.kernel.protected import ProtectedModel
from laget.logs.timeline import who_read_at_home
from laget.staff.shields.forms import ShieldForm
from laget.staff.shields.records import Told, told_of
from laget.staff.shields.words import because, from_whom
from laget.web.page import PageRequest, back_to, page

View = Callable[..., HttpResponse]


def page_for(action: Action) -> View:
    """The same page for each kind of record."""

    @door.one(action)
    def shield(request: PageRequest, **found: Any) -> HttpResponse:
        return _shield(request, found[action.noun])

    return shield


def _shield(request: PageRequest, record: ProtectedModel) -> HttpResponse:
    told = told_of(record)
    held = standing(request, told.child, record)
    form = ShieldForm(request.POST or None, child=told.child, held=held)
    if form.is_valid() and _done(form, record, told.child, request):
        said = _("It is held back. The team sees it as before.")
        return back_to(request, "child", child_id=told.child.pk, said=said)
    note(str(child_rules.READ), told.child)  # as a look at the child's page
    shown = {
        "told": told,
        "child": told.child,
        "form": form,
        "held": [(one, from_whom(one), because(one)) for one in held],
        "readers": _readers(told),
    }
    status = 422 if form.is_bound else 200
    return page(request, "staff/shields/shield.html", shown, status)


def _done(
    form: ShieldForm, record: ProtectedModel, child: Child, request: PageRequest
) -> bool:
    guardian, why = form.chosen()
    try:
        actions.shield(
            record,
            child,
            from_=guardian,
            because=ShieldedBecause(why),
            by=request.user,
        )
    except RuleBroken as broken:
        form.add_error("readers", str(broken))
        return False
    return True


def standing(request: PageRequest, child: Child, record: ProtectedModel) -> list[Any]:
    """From whom it is held back now, each with whether one may let them see it."""
    shields = Shield.objects.standing().filter(child=child, record=record.pk)
    asked = shields.select_related("guardian", "by").order_by("at", "pk")
    return list(door.permitted(request.user, asked, only=may.LIFT.verb))


def _readers(told: Told) -> list[str]:
    """Who in the family has opened their pages since it was written."""
    names: list[str] = list(who_read_at_home(told.child.pk, told.at))
    return names
