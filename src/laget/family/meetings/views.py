"""When we meet, who comes, and what we want to talk about."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_meetings as may
from laget.children.models import Child
from laget.family.meetings.forms import ComingForm, TakeUpForm
from laget.family.meetings.reading import guests_of, rows_of, told_of
from laget.kernel import RuleBroken
from laget.logs.models import Log
from laget.meetings import actions, who
from laget.meetings.calendar import calendar_file
from laget.meetings.models import AgendaItem, Coming, Meeting
from laget.web.forms import Form
from laget.web.page import PageRequest, back_to, page

NAME = "avtale.ics"  # tells nothing, wherever it is kept


@door.one(may.MEETINGS)
def our_meetings(request: PageRequest, child: Child) -> HttpResponse:
    """Those one is asked to; of others there is no trace."""
    rows = rows_of(child, request.user)
    log = Log.objects.open().filter(child=child).select_related("holder").first()
    told = {
        "child": child,
        "holder": log.holder if log else None,
        "ahead": [row for row in rows if row.is_ahead],
        "before": [row for row in reversed(rows) if not row.is_ahead],
        "guests": guests_of(child),
    }
    return page(request, "family/meetings/meetings.html", told)


@door.one(may.READ)
def our_meeting(request: PageRequest, meeting: Meeting) -> HttpResponse:
    return _show(request, meeting)


@door.one(may.CALENDAR)
def calendar(request: PageRequest, meeting: Meeting) -> HttpResponse:
    """A file for one's own calendar, which says nothing but when."""
    file = calendar_file(meeting, with_place="place" in request.GET)
    name = {"Content-Disposition": f'attachment; filename="{NAME}"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=name)


@require_POST
@door.one(may.ANSWER)
def answer(request: PageRequest, meeting: Meeting) -> HttpResponse:
    form = ComingForm(request.POST, auto_id="coming_%s")
    if not form.is_valid():
        return _show(request, meeting, coming=form)
    mine = who.own_invitation(meeting, request.user, meeting.log.child)
    if mine is None:  # the invitation was taken back just now
        raise RuleBroken(_("You can no longer see this meeting."))
    told = form.cleaned_data
    said = Coming(told["said"])
    actions.answer(mine, said=said, words=told["words"], by=request.user)
    return _back(request, meeting, _("Thank you. The team sees your answer."))


@require_POST
@door.one(may.SAY)
def say(request: PageRequest, meeting: Meeting) -> HttpResponse:
    form = TakeUpForm(request.POST)
    if not form.is_valid():
        return _show(request, meeting, take_up=form)
    actions.put_on_agenda(meeting, text=form.cleaned_data["text"], by=request.user)
    return _back(request, meeting, _("It is on the list for the meeting."))


@require_POST
@door.one(may.TAKE_OFF)
def take_off(request: PageRequest, agendaitem: AgendaItem) -> HttpResponse:
    """One's own words only."""
    actions.take_off_agenda(agendaitem)
    return _back(request, agendaitem.meeting, _("It is taken away."))


def _show(
    request: PageRequest,
    meeting: Meeting,
    *,
    coming: Form | None = None,
    take_up: Form | None = None,
) -> HttpResponse:
    told = told_of(meeting, request.user)
    mine = told["mine"]
    known = {"said": mine.answer, "words": mine.words} if mine else {}
    told |= {
        "coming_form": coming or ComingForm(initial=known, auto_id="coming_%s"),
        "take_up": take_up or TakeUpForm(),
    }
    status = 422 if coming or take_up else 200
    return page(request, "family/meetings/meeting.html", told, status)


def _back(request: PageRequest, meeting: Meeting, said: str) -> HttpResponse:
    return back_to(request, "our-meeting", meeting_id=meeting.pk, said=said)
