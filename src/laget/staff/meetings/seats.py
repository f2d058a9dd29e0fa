"""The guest's chair: given to one person from outside, and ended when wished."""

from typing import Any
from uuid import UUID, uuid5

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import meetings as may
from laget.forms.models import Filled
from laget.logs.models import Log
from laget.meetings import actions
from laget.meetings.models import Meeting, Seat
from laget.meetings.when import in_words
from laget.staff.meetings.fields import end_of
from laget.staff.meetings.seat_forms import SeatForm
from laget.staff.work.asking import does, typed
from laget.web.page import PageRequest, back_to, page


@door.one(may.GIVE_SEAT)
def to_meeting(request: PageRequest, meeting: Meeting) -> HttpResponse:
    back = reverse("staff-meeting", args=[meeting.pk])
    told = {"what": in_words(meeting), "back": back}
    return _give(request, meeting.log, told, meeting=meeting)


@door.one(may.LEND)
def to_form(request: PageRequest, filled: Filled) -> HttpResponse:
    """What the family may read of a finished form, and nothing else of it."""
    of_log = Q(pk=filled.seen_with) | Q(concern=filled.seen_with)
    log = Log.objects.select_related("child__municipality").get(of_log)
    told = {"what": str(filled), "back": reverse("form", args=[filled.pk])}
    return _give(request, log, told, paper=filled)


@require_POST
@door.one(may.END_SEAT)
def end(request: PageRequest, seat: Seat) -> HttpResponse:
    actions.end_seat(seat)
    said = _("The guest sees nothing any more.")
    if seat.meeting_id:
        return back_to(request, "staff-meeting", meeting_id=seat.meeting_id, said=said)
    return back_to(request, "log-meetings", log_id=seat.log_id, said=said)


def _give(
    request: PageRequest, log: Log, told: dict[str, Any], **to: Any
) -> HttpResponse:
    """Ask, and show the link once: it is kept nowhere, so it cannot be shown again."""
    form = SeatForm(typed(request), meeting=to.get("meeting"))
    told |= {"log": log, "child": log.child, "form": form}
    made: list[tuple[Seat, str]] = []
    if form.is_valid():
        key = uuid5(form.cleaned_data["once"], request.path)
        if Seat.objects.filter(pk=key).exists():
            said = _("The chair is given already. Its link was shown once.")
            return back_to(request, told["back"], said=said)
        if does(form, lambda: made.append(_made(request, log, form, key, to))):
            (seat, link), *_rest = made
            told |= {"seat": seat, "link": _address(request, link)}
            return page(request, "staff/meetings/link.html", told)
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "staff/meetings/give.html", told, status)


def _made(
    request: PageRequest, log: Log, form: SeatForm, key: UUID, to: dict[str, Any]
) -> tuple[Seat, str]:
    told = form.cleaned_data
    return actions.give_seat(
        log,
        name=told["name"],
        part=told["part"],
        until=end_of(told["until_day"]),
        number=told["number"],
        key=key,
        by=request.user,
        **to,
    )


def _address(request: PageRequest, link: str) -> str:
    return request.build_absolute_uri(reverse("take-seat", args=[link]))
