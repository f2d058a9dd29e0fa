"""Sum up, and decide what the concern leads to."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from laget.access import concerns as may
from laget.access import door
from laget.concerns import actions
from laget.concerns.models import Concern, Decision
from laget.guide.models import Verb
from laget.kernel import RuleBroken
from laget.staff.worry import showing
from laget.staff.worry.forms import DecideForm
from laget.staff.worry.titles import titled
from laget.web.page import PageRequest, back_to, page


@door.one(may.DECIDE)
def decide(request: PageRequest, concern: Concern) -> HttpResponse:
    form = DecideForm(request.POST or None)
    if form.is_valid() and _decided(request, concern, form):
        return _onward(request, concern)
    told = showing.at_step(showing.about(concern), Verb.DECIDE)
    told |= titled("decide") | {"form": form}
    return page(request, "staff/worry/decide.html", told, showing.status_of(form))


def _decided(request: PageRequest, concern: Concern, form: DecideForm) -> bool:
    """A rule that says no is told at the field; what was typed stays."""
    decision, reason = form.cleaned_data["decision"], form.cleaned_data["reason"]
    try:
        actions.decide(concern, decision=decision, reason=reason, by=request.user)
    except RuleBroken as broken:
        form.add_error("decision", str(broken))
        return False
    return True


def _onward(request: PageRequest, concern: Concern) -> HttpResponse:
    """To the follow-up, to the report, or back to the concern, now closed."""
    if concern.decision in (Decision.LEVEL_1, Decision.LEVEL_2):
        return _to_the_log(request, concern)
    if concern.decision == Decision.REPORTED and not showing.is_reported(concern):
        told = _("The decision is saved. Now write the report.")
        return back_to(request, "report-concern", concern_id=concern.pk, said=told)
    told = _("The decision is saved.")
    return back_to(request, "concern", concern_id=concern.pk, said=told)


def _to_the_log(request: PageRequest, concern: Concern) -> HttpResponse:
    child = concern.child
    assert child is not None  # the rule of deciding asked for it
    told = _("The decision is saved. Now open the follow-up.")
    if child.logs.open().exists():
        return back_to(request, "child", child_id=child.pk, said=told)
    address = reverse("open-log", kwargs={"child_id": child.pk})
    return back_to(request, f"{address}?concern={concern.pk}", said=told)
