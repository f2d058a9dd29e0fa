"""Let a colleague or the leader of the own unit in, or give the concern to one."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import concerns as may
from laget.access import door
from laget.concerns import actions
from laget.concerns.models import Concern
from laget.guide.models import Verb
from laget.organisation.models import Employment
from laget.staff.worry.forms import ColleagueForm
from laget.staff.worry.showing import step_page
from laget.web.page import PageRequest, back_to


@door.one(may.SHARE)
def share_concern(request: PageRequest, concern: Concern) -> HttpResponse:
    sees = _who_sees(concern)
    form = ColleagueForm(
        request.POST or None, among=_colleagues(concern).exclude(user__in=sees)
    )
    if not form.is_valid():
        told = {"sees": sees}
        return step_page(request, concern, Verb.SHARE, form, "share", **told)
    to = form.cleaned_data["to"]
    actions.share(concern, to=to, by=request.user)
    said = _("%(name)s can now read the concern.") % {"name": to.user.name}
    return back_to(request, "concern", concern_id=concern.pk, said=said)


@door.one(may.PASS_ON)
def pass_on_concern(request: PageRequest, concern: Concern) -> HttpResponse:
    """To someone who has read it already; whoever gives it on goes on reading.

    A concern whose owner has left: to anyone at work in the unit, also to oneself.
    """
    is_left = concern.employment.ended_at is not None
    sees = _who_sees(concern)
    among = _at_work(concern) if is_left else _colleagues(concern)
    can_have_it = among if is_left else among.filter(user__in=sees)
    form = ColleagueForm(request.POST or None, among=can_have_it)
    if not form.is_valid():
        told = {"sees": sees, "is_left": is_left}
        return step_page(request, concern, Verb.SHARE, form, "pass_on", **told)
    to = form.cleaned_data["to"]
    if is_left:
        actions.find_owner(concern, to=to, by=request.user)
    else:
        actions.pass_on(concern, to=to)
    return _now_owned(request, concern, to)


@require_POST
@door.one(may.TAKE_OVER)
def take_over_concern(request: PageRequest, concern: Concern) -> HttpResponse:
    """Whoever was let in takes it over while the owner is long away."""
    mine = _at_work(concern).filter(user=request.user).first()
    actions.take_over(concern, by=mine)
    return _now_owned(request, concern, mine)


def _now_owned(request: PageRequest, concern: Concern, to: Employment) -> HttpResponse:
    """Back to the concern, or to one's own day when it is no longer one's to read."""
    said = _("%(name)s owns the concern now.") % {"name": to.user.name}
    if Concern.objects.filter(pk=concern.pk).exists():
        return back_to(request, "concern", concern_id=concern.pk, said=said)
    return back_to(request, "day", said=said)


def _who_sees(concern: Concern) -> list[Any]:
    shares = concern.shares.select_related("user").order_by("at")
    return [share.user for share in shares]


def _at_work(concern: Concern) -> Any:
    here = Employment.objects.present().filter(unit=concern.employment.unit_id)
    return here.for_choice()


def _colleagues(concern: Concern) -> Any:
    here = Employment.objects.current().filter(unit=concern.employment.unit_id)
    return here.exclude(user=concern.owner_id).for_choice()
