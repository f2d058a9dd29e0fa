"""The meetings of a log, and one of them."""

from typing import Any

from django.http import HttpResponse

from laget.access import door
from laget.access import meetings as may
from laget.children.models import Child
from laget.logs.models import Log
from laget.meetings import who
from laget.meetings.calendar import calendar_file
from laget.meetings.models import Meeting, Minutes, Seat
from laget.meetings.when import in_words
from laget.staff.child.needed import Member, in_need
from laget.staff.meetings.forms import AgendaForm
from laget.voices.comments import about
from laget.voices.models import Voice
from laget.web.page import PageRequest, page


@door.one(may.MEETINGS)
def log_meetings(request: PageRequest, log: Log) -> HttpResponse:
    """Those to come first, the past below; and who is let in as a guest."""
    rows = [(each, in_words(each)) for each in log.meetings.order_by("starts_at")]
    told = {
        "log": log,
        "child": log.child,
        "ahead": [row for row in rows if _is_ahead(row[0])],
        "before": [row for row in reversed(rows) if not _is_ahead(row[0])],
        "seats": chairs(request, log.seats.all()),
        "voice": latest_voice(log.child),
    }
    return page(request, "staff/meetings/meetings.html", told)


@door.one(may.READ)
def staff_meeting(request: PageRequest, meeting: Meeting) -> HttpResponse:
    return show(request, meeting, AgendaForm())


@door.one(may.CALENDAR)
def calendar(request: PageRequest, meeting: Meeting) -> HttpResponse:
    """A file for one's own calendar; with the place when it is asked for."""
    return as_file(meeting, with_place="place" in request.GET)


def show(request: PageRequest, meeting: Meeting, form: AgendaForm) -> HttpResponse:
    """One meeting: who comes, what is to be taken up, the minutes, the guests."""
    child = meeting.log.child
    coming = who.comers(meeting, child)
    mine = [each for each in coming if each.invitation.is_mine_at_work(request.user)]
    minutes = _minutes(meeting)
    told = {
        "meeting": meeting,
        "log": meeting.log,
        "child": child,
        "when": in_words(meeting),
        "coming": coming,
        "needs": needs_of(who.in_the_family(child), child),
        "mine": mine[0] if mine else None,
        "agenda": meeting.agenda.standing().select_related("by"),
        "minutes": minutes,
        "comments": about(minutes.pk) if minutes else [],
        "seats": chairs(request, meeting.seats.all()),
        "form": form,
    }
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "staff/meetings/meeting.html", told, status)


def chairs(request: PageRequest, seats: Any) -> list[Seat]:
    """The guests, each with whether the reader may end it."""
    able = door.permitted(request.user, seats.for_list(), only=may.END_SEAT.verb)
    return list(able)


def latest_voice(child: Child) -> Voice | None:
    """What the child itself has said it wants; shown beside, and decides nothing."""
    told = Voice.objects.filter(child=child, withdrawn_at=None).shared()
    return told.first()


def needs_of(family: list[who.Askable], child: Child) -> list[Member]:
    """Who of the family needs an interpreter or the like, to be thought of in time."""
    return in_need(child, who.guardians_to_ask(family))


def as_file(meeting: Meeting, *, with_place: bool) -> HttpResponse:
    return HttpResponse(
        calendar_file(meeting, with_place=with_place),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="avtale.ics"'},
    )


def _minutes(meeting: Meeting) -> Minutes | None:
    return Minutes.objects.filter(meeting=meeting).select_related("written_by").first()


def _is_ahead(meeting: Meeting) -> bool:
    return not meeting.is_over and meeting.cancelled_at is None
