"""The unit as its leader sees it: load and dates, no content; and handing on."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door, leaders, work
from laget.concerns.models import Concern
from laget.kernel import RuleBroken
from laget.leaders.experience import experience_where
from laget.leaders.forms import AbsenceForm, HandOnForm
from laget.leaders.load import overviews
from laget.logs import actions as logs
from laget.logs.leading import LedLog, led_concerns, led_logs
from laget.logs.models import Log
from laget.organisation.models import Employment
from laget.web.page import PageRequest, back_to, page


@door.own(work.LEAD)
def unit(request: PageRequest) -> HttpResponse:
    units, lying = overviews(request.user)
    request.shown = [one.row.log for one in lying]  # type: ignore[attr-defined]
    left = list(Concern.objects.left_behind(request.user).for_list())
    told = {
        "units": units,
        "lying": lying,
        "left": left,
        "experience": experience_where(one.unit for one in units),
    }
    return page(request, "leaders/unit.html", told)


@door.one(leaders.HAND_ON)
def hand_on(request: PageRequest, log: Log) -> HttpResponse:
    """Offer what is left lying to somebody of the unit; they accept or decline."""
    row = next(row for row in led_logs() if row.log == log.pk)
    form = HandOnForm(request.POST or None, leader=request.user, holder=log.holder)
    if form.is_valid() and (done := _offer(request, log, form)):
        return done
    context = {"log": log, "row": row, "form": form, "waits": _waiting(log)}
    return page(request, "leaders/hand_on.html", context, 422 if form.is_bound else 200)


@require_POST
@door.one(leaders.HAND_ON)
def ask_another(request: PageRequest, log: Log) -> HttpResponse:
    """Take back an offer that nobody answers, whoever made it."""
    if waits := log.handovers.open().select_related("to__user").first():
        waits.log = log
        logs.take_back(waits)
    return back_to(request, "hand-on", log_id=log.pk)


@door.one(work.MANAGE_STAFF)
def absence(request: PageRequest, employment: Employment) -> HttpResponse:
    """Write down that somebody is long away; below it, what they hold."""
    form = AbsenceForm(request.POST or None, initial=_known(employment))
    if form.is_valid():
        try:
            logs.record_absence(
                employment,
                away_from=form.cleaned_data["away_from"],
                away_until=form.cleaned_data["away_until"],
                by=request.user,
            )
        except RuleBroken as broken:
            form.add_error("away_until", str(broken))
        else:
            return back_to(request, "unit", said=_("The absence is written down."))
    context = {"employment": employment, "form": form, **_held(employment)}
    return page(request, "leaders/absence.html", context, 422 if form.is_bound else 200)


@require_POST
@door.one(work.MANAGE_STAFF)
def back_at_work(request: PageRequest, employment: Employment) -> HttpResponse:
    logs.record_return(employment, by=request.user)
    return back_to(request, "unit", said=_("Back at work."))


@require_POST
@door.one(work.MANAGE_STAFF)
def end_work(request: PageRequest, employment: Employment) -> HttpResponse:
    logs.end_work(employment, by=request.user)
    said = _("The work has ended. What they held must be handed on: see below.")
    return back_to(request, "unit", said=said)


def _offer(request: PageRequest, log: Log, form: HandOnForm) -> HttpResponse | None:
    asked = form.cleaned_data["to"]
    try:
        logs.offer(log, to=asked, reason=form.cleaned_data["reason"], by=request.user)
    except RuleBroken as broken:
        form.add_error("to", str(broken))
        return None
    said = _("%(name)s has been asked to take over.") % {"name": asked.user.name}
    return back_to(request, "unit", said=said)


def _waiting(log: Log) -> object:
    return log.handovers.open().select_related("to__user").first()


def _known(employment: Employment) -> dict[str, object]:
    if not employment.away_from:
        return {}
    return {
        "away_from": employment.away_from,
        "away_until": employment.away_until,
    }


def _held(employment: Employment) -> dict[str, object]:
    """What must find other hands: logs by initials and year, concerns by number."""
    mine: list[LedLog] = [
        row
        for row in led_logs()
        if (row.holder, row.unit) == (employment.user_id, employment.unit_id)
    ]
    open_concerns = sum(
        found.open
        for found in led_concerns()
        if (found.owner, found.unit) == (employment.user_id, employment.unit_id)
    )
    return {"held": mine, "concerns": open_concerns}
