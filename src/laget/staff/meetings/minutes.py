"""Minutes: a draft of one's own, then shared with all who were asked."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import meetings as may
from laget.kernel import RuleBroken
from laget.meetings import actions
from laget.meetings.models import Meeting, Minutes
from laget.meetings.when import in_words
from laget.meetings.who import comers
from laget.staff.meetings.forms import MinutesForm
from laget.staff.work.asking import does, typed
from laget.staff.work.conflicts import show_both
from laget.web.page import PageRequest, back_to, page


@door.one(may.WRITE_MINUTES)
def write(request: PageRequest, meeting: Meeting) -> HttpResponse:
    """Who will read them stands beside, before they are shared."""
    draft = Minutes.objects.filter(meeting=meeting).first()
    if draft and draft.shared_at:
        raise RuleBroken(_("The minutes are shared, and are not changed any more."))
    known = {"text": draft.text if draft else "", "version": _version(draft)}
    form = MinutesForm(typed(request), initial=known)
    if form.is_valid() and does(form, lambda: _write(meeting, form, request)):
        said = _("Your draft is saved. Nobody else reads it until you share it.")
        return back_to(request, "staff-meeting", meeting_id=meeting.pk, said=said)
    child = meeting.log.child
    if overtaken := getattr(form, "overtaken", None):
        return show_both(request, child, form, overtaken)
    told = {"meeting": meeting, "child": child, "form": form, "minutes": draft}
    told |= {"when": in_words(meeting), "readers": comers(meeting, child)}
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "staff/meetings/minutes.html", told, status)


@require_POST
@door.one(may.SHARE_MINUTES)
def share(request: PageRequest, minutes: Minutes) -> HttpResponse:
    actions.share_minutes(minutes, by=request.user)
    said = _("The minutes are shared. All who were asked can read them now.")
    key = minutes.meeting_id
    return back_to(request, "staff-meeting", meeting_id=key, said=said)


def _write(meeting: Meeting, form: MinutesForm, request: PageRequest) -> None:
    told = form.cleaned_data
    text, version = told["text"], told["version"]
    actions.write_minutes(meeting, text=text, version=version, by=request.user)


def _version(draft: Minutes | None) -> int:
    return draft.version if draft else 0
