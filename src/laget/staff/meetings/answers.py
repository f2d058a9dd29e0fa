"""One's own answer, and what somebody in the family has said; one is not asked more."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import meetings as may
from laget.meetings import actions
from laget.meetings.models import Coming, Invitation
from laget.meetings.when import in_words
from laget.staff.meetings.forms import AnswerForm
from laget.staff.work.asking import does, typed
from laget.web.page import PageRequest, back_to, page


@door.one(may.ANSWER)
def answer(request: PageRequest, invitation: Invitation) -> HttpResponse:
    known = {"said": invitation.answer, "words": invitation.words}
    form = AnswerForm(typed(request), initial=known)
    if form.is_valid() and does(form, lambda: _answer(invitation, form, request)):
        return _back(request, invitation, _("The answer is written down."))
    meeting = invitation.meeting
    told = {
        "form": form,
        "meeting": meeting,
        "child": meeting.log.child,
        "when": in_words(meeting),
        "name": invitation.person_name,
        "is_own": invitation.is_mine_at_work(request.user),
    }
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "staff/meetings/answer.html", told, status)


@require_POST
@door.one(may.TAKE_BACK)
def take_back(request: PageRequest, invitation: Invitation) -> HttpResponse:
    actions.take_back(invitation, by=request.user)
    return _back(request, invitation, _("They are not asked any more."))


def _answer(invitation: Invitation, form: AnswerForm, request: PageRequest) -> None:
    told = form.cleaned_data
    said = Coming(told["said"])
    actions.answer(invitation, said=said, words=told["words"], by=request.user)


def _back(request: PageRequest, invitation: Invitation, said: str) -> HttpResponse:
    key = invitation.meeting_id
    return back_to(request, "staff-meeting", meeting_id=key, said=said)
