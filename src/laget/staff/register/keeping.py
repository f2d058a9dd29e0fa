"""Keeping right who the child is, and who answers for it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import children as may
from laget.access import door
from laget.children import actions
from laget.children.models import Child, Guardianship
from laget.children.models.needs import NEEDS
from laget.consents import actions as consents
from laget.kernel import RuleBroken
from laget.kernel.law import PROTECTED_ADDRESS
from laget.staff.register.forms import (
    BornForm,
    EditForm,
    facts_of,
    stamp,
)
from laget.staff.register.guardian_forms import NewGuardianForm, ReachForm
from laget.web.page import PageRequest, back_to, page

FACTS = ("name", "born_on", "due_on", "unit", "protection", "number")
REACHED = ("tie", "phone", *NEEDS)
NOT_FACTS = {"once", "again"}


@door.one(may.EDIT)
def edit_child(request: PageRequest, child: Child) -> HttpResponse:
    form = EditForm(
        request.POST or None, initial=facts_of(child), child=child, user=request.user
    )
    if not form.is_valid() or _was_changed(form, child):
        return _edit_page(request, child, form=form)
    typed = form.cleaned_data
    needs = {name: typed[name] for name in NEEDS}
    actions.correct(child, **{name: typed[name] for name in FACTS}, needs=needs)
    said = _("What is registered about %(child)s is saved.") % {"child": child}
    return back_to(request, "child", child_id=child.pk, said=said)


@door.one(may.EDIT)
def child_is_born(request: PageRequest, child: Child) -> HttpResponse:
    born = BornForm(request.POST or None, prefix="born")
    if not child.is_unborn or not born.is_valid():
        return _edit_page(request, child, born=born)
    actions.is_born(child, **born.cleaned_data)
    said = _("Congratulations. %(child)s is registered as born.") % {"child": child}
    return back_to(request, "child", child_id=child.pk, said=said)


@door.one(may.EDIT)
def add_guardian(request: PageRequest, child: Child) -> HttpResponse:
    """One more who answers for the child; a standing consent goes on standing."""
    form = NewGuardianForm(request.POST or None)
    if not form.is_valid():
        shown = {"child": child, "form": form}
        status = 422 if form.is_bound else 200
        return page(request, "staff/register/guardian.html", shown, status)
    facts = {k: v for k, v in form.cleaned_data.items() if k not in NOT_FACTS}
    try:
        guardian = actions.add_guardian(child, **facts)
    except RuleBroken as broken:
        form.add_error("number", str(broken))
        shown = {"child": child, "form": form}
        return page(request, "staff/register/guardian.html", shown, 422)
    said = _("%(guardian)s is registered as guardian.") % {"guardian": guardian}
    return back_to(request, "edit-child", child_id=child.pk, said=said)


@door.one(may.REACH)
def reach_guardian(request: PageRequest, guardianship: Guardianship) -> HttpResponse:
    """A new telephone number, or the language of the interpreter."""
    known = {name: getattr(guardianship, name) for name in REACHED}
    form = ReachForm(request.POST or None, initial=known)
    if not form.is_valid():
        told = {"child": guardianship.child, "guardian": guardianship, "form": form}
        status = 422 if form.is_bound else 200
        return page(request, "staff/register/reach.html", told, status)
    actions.reach(guardianship, **form.cleaned_data)
    said = _("How %(guardian)s is reached is saved.") % {"guardian": guardianship}
    return back_to(request, "edit-child", child_id=guardianship.child_id, said=said)


@require_POST
@door.one(may.END_GUARDIANSHIP)
def end_guardian(request: PageRequest, guardianship: Guardianship) -> HttpResponse:
    """The guardian answers no more; what all the others said yes to stands."""
    actions.end_guardianship(guardianship)
    consents.settle(guardianship.child, by=request.user)
    said = _("%(guardian)s is no longer registered as guardian.")
    child = guardianship.child_id
    told = said % {"guardian": guardianship}
    return back_to(request, "edit-child", child_id=child, said=told)


def _edit_page(
    request: PageRequest,
    child: Child,
    *,
    form: EditForm | None = None,
    born: BornForm | None = None,
) -> HttpResponse:
    """All that is kept about who the child is, on one page."""
    guardians = list(child.guardianships.current().select_related("needs_by"))
    known = EditForm(initial=facts_of(child), child=child, user=request.user)
    first = {"name": "" if child.is_unborn else child.name}
    shown = {
        "child": child,
        "form": form or known,
        "born": born or BornForm(prefix="born", initial=first),
        "guardians": guardians,
        "protection_law": PROTECTED_ADDRESS,
    }
    is_wrong = any(each is not None and each.is_bound for each in (form, born))
    return page(request, "staff/register/edit.html", shown, 422 if is_wrong else 200)


def _was_changed(form: EditForm, child: Child) -> bool:
    """Somebody else has changed it since: say so, and keep what is typed."""
    if form.cleaned_data["seen"] == stamp(child):
        return False
    told = _(
        "Someone else has changed this since you opened it. Now it says: %(facts)s. "
        "Nothing of yours is saved yet. Save again if what you have written is right."
    )
    day = child.born_on or child.due_on
    born = day.strftime("%d.%m.%Y") if day else ""
    now = (child.name, born, str(child.unit or ""), child.needs)
    form.add_error(None, told % {"facts": ", ".join(filter(None, now))})
    form.data = {**form.data.dict(), "seen": stamp(child)}  # type: ignore[attr-defined]
    return True
