"""I wonder about this: a question to the data-protection officer, and its answer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import family_looked as may
from laget.accounts.models import User
from laget.children.models import Child
from laget.family.looked import drawn
from laget.family.looked.forms import WonderForm
from laget.family.looked.words import Shown, in_words
from laget.inquiries import actions
from laget.inquiries.models import Inquiry
from laget.inquiries.officers import officers
from laget.kernel import RuleBroken
from laget.kernel.acting import Role
from laget.logs import told
from laget.logs.visits import visits
from laget.meetings.who import guest_parts
from laget.web.page import PageRequest, back_to, page


@door.one(may.WONDER)
def wonder(request: PageRequest, child: Child, line_id: UUID) -> HttpResponse:
    """About one person on one day, named by a line of the books that one is told of."""
    line = told.told(child, request.user).filter(pk=line_id).first()
    if line is None or line.role == Role.FAMILY or line.actor is None:
        raise Http404
    shown = _that_day(child, request.user, told.day_of(line), line.actor)
    form = WonderForm(request.POST or None)
    if form.is_valid():
        try:
            asked = actions.wonder(
                child,
                day=told.day_of(line),
                person=line.actor,
                text=form.cleaned_data["text"],
                by=request.user,
            )
        except RuleBroken as broken:
            form.add_error("text", str(broken))
        else:
            said = _("Your question is sent.")
            return back_to(request, "our-inquiry", inquiry_id=asked.pk, said=said)
    context: dict[str, Any] = {"child": child, "form": form, "one": shown}
    context["visit"] = drawn.visits([shown]) if shown else ""
    context["officer"] = officers(child.municipality, about=line.actor).first()
    status = 422 if form.is_bound else 200
    return page(request, "family/looked/wonder.html", context, status)


@door.one(may.READ_OWN)
def own(request: PageRequest, inquiry: Inquiry) -> HttpResponse:
    """What one asked, by when it is answered, and the answer."""
    child = inquiry.child
    one = None
    if inquiry.day and inquiry.person:
        one = _that_day(child, request.user, inquiry.day, inquiry.person)
    visit = drawn.visits([one]) if one else ""
    context = {"child": child, "inquiry": inquiry, "one": one, "visit": visit}
    return page(request, "family/looked/inquiry.html", context)


def _that_day(child: Child, reader: User, day: Any, person: UUID) -> Shown | None:
    rows = list(told.on(child, reader, day=day, person=person))
    found = visits(child, rows, guests=guest_parts(child, rows))
    return in_words(found[0], child, reader) if found else None
