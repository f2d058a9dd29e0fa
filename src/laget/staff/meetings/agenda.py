"""What is to be taken up."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import meetings as may
from laget.meetings import actions
from laget.meetings.models import AgendaItem, Meeting
from laget.staff.meetings.forms import AgendaForm
from laget.staff.meetings.pages import show
from laget.staff.work.asking import does
from laget.web.page import PageRequest, back_to


@require_POST
@door.one(may.SAY)
def say(request: PageRequest, meeting: Meeting) -> HttpResponse:
    form = AgendaForm(request.POST)
    if form.is_valid() and does(form, lambda: _say(meeting, form, request)):
        said = _("It is on the agenda.")
        return back_to(request, "staff-meeting", meeting_id=meeting.pk, said=said)
    return show(request, meeting, form)


@require_POST
@door.one(may.TAKE_OFF)
def take_off(request: PageRequest, agendaitem: AgendaItem) -> HttpResponse:
    actions.take_off_agenda(agendaitem)
    key, said = agendaitem.meeting_id, _("It is off the agenda.")
    return back_to(request, "staff-meeting", meeting_id=key, said=said)


def _say(meeting: Meeting, form: AgendaForm, request: PageRequest) -> None:
    actions.put_on_agenda(meeting, text=form.cleaned_data["text"], by=request.user)
