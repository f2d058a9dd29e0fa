"""To say that something is not right, to add one's own words, to take them back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_data as may
from laget.children.models import Child
from laget.family.data.forms import CommentForm, CorrectionForm
from laget.inquiries import actions
from laget.inquiries.officers import holder_of
from laget.inquiries.records import Found, find
from laget.kernel import RuleBroken
from laget.meetings.models import Minutes
from laget.voices import comments
from laget.voices.models import Comment
from laget.web.page import PageRequest, back_to, page


@door.one(may.CORRECT)
def correct(request: PageRequest, child: Child) -> HttpResponse:
    """About one record (`?record=`), or about the whole of it."""
    record = _record(request, child) or find(child, child.pk)
    form = CorrectionForm(request.POST or None)
    if record and form.is_valid():
        try:
            asked = actions.ask_correction(
                child,
                record=record.key,
                text=form.cleaned_data["text"],
                by=request.user,
            )
        except RuleBroken as broken:
            form.add_error("text", str(broken))
        else:
            said = _("It is sent. You are answered here.")
            return back_to(request, "our-inquiry", inquiry_id=asked.pk, said=said)
    told = {"child": child, "record": record, "form": form, "who": holder_of(child)}
    status = 422 if form.is_bound else 200
    return page(request, "family/data/correct.html", told, status)


@door.one(may.COMMENT)
def comment(request: PageRequest, child: Child) -> HttpResponse:
    """Beside one record, which must be theirs to see."""
    record = _record(request, child)
    if record is None:
        raise Http404
    form = CommentForm(request.POST or None)
    if form.is_valid():
        text, meeting = form.cleaned_data["text"], _meeting(record)
        comments.comment(
            child, record=record.key, text=text, by=request.user, meeting=meeting
        )
        said = _("Your comment is saved.")
        if meeting:
            return back_to(request, "our-meeting", meeting_id=meeting, said=said)
        return back_to(request, "our-data", child_id=child.pk, said=said)
    told = {"child": child, "record": record, "form": form}
    status = 422 if form.is_bound else 200
    return page(request, "family/data/comment.html", told, status)


@require_POST
@door.one(may.TAKE_AWAY)
def take_away(request: PageRequest, comment: Comment) -> HttpResponse:
    comments.take_away(comment)
    said = _("Your comment is taken away.")
    return back_to(request, "our-data", child_id=comment.child_id, said=said)


def _meeting(record: Found) -> UUID | None:
    """The meeting whose minutes it is about, if it is about minutes."""
    minutes = Minutes.objects.filter(pk=record.key)
    return minutes.values_list("meeting", flat=True).first()


def _record(request: PageRequest, child: Child) -> Found | None:
    """Raises Http404 for what is not theirs to see, like for what is not there."""
    typed = request.GET.get("record", "")
    if not typed:
        return None
    try:
        found = find(child, UUID(typed))
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found
