"""A guest sits down, and sees the one thing they are let in to."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect

from laget.access import door
from laget.access import family_meetings as may
from laget.forms.answers import together
from laget.forms.models import Filled, Readers
from laget.forms.reading import Asked
from laget.forms.showing import shown
from laget.meetings import actions, who
from laget.meetings.actions.seats import hashed
from laget.meetings.models import Meeting, Seat
from laget.meetings.when import in_words
from laget.web.page import PageRequest, page


@door.many(may.CHAIRS)
def chairs(request: PageRequest, visible: QuerySet[Seat]) -> HttpResponse:
    """Where a guest comes in; with one chair, straight to it."""
    mine = list(visible.for_list())  # type: ignore[attr-defined]
    request.shown = [seat.pk for seat in mine]  # type: ignore[attr-defined]
    if len(mine) == 1:
        return redirect("seat", seat_id=mine[0].pk)
    told = {"rows": [(seat, _to(seat)) for seat in mine]}
    return page(request, "family/guest/chairs.html", told)


@door.one(may.SIT)
def sit(request: PageRequest, seat: Seat) -> HttpResponse:
    """Nothing of a meeting that is called off, but that it is."""
    told = {"seat": seat, "name": seat.child.first_name}
    if seat.paper:
        return page(request, "family/guest/form.html", told | _form(seat.paper))
    assert seat.meeting is not None  # a chair is for one thing
    told |= _meeting(seat.meeting)
    return page(request, "family/guest/meeting.html", told)


@door.own(may.TAKE)
def take(request: PageRequest, link: str) -> HttpResponse:
    """The page before says nothing about anybody, whatever the link is.

    What ended, is another's or never was is answered in the same words.
    """
    if request.method == "POST":
        seat = actions.take_seat(link)
        if seat is None:
            return page(request, "family/guest/no_chair.html", {}, 404)
        return redirect("seat", seat_id=seat.pk)
    mine = Seat.objects.filter(link_hash=hashed(link)).first()
    if mine:
        return redirect("seat", seat_id=mine.pk)
    return page(request, "family/guest/take.html", {"link": link})


def _meeting(meeting: Meeting) -> dict[str, Any]:
    told: dict[str, Any] = {"meeting": meeting, "when": in_words(meeting)}
    if meeting.cancelled_at:
        return told
    agenda = meeting.agenda.standing().values_list("text", flat=True)
    return told | {"agenda": agenda, "coming": who.parts(meeting)}


def _form(filled: Filled) -> dict[str, Any]:
    """What the family reads of it, in the municipality's language."""
    asked = Asked.by(filled.version)
    theirs = filled.parts.filter(readers=Readers.FAMILY)
    language = filled.version.template.municipality.language
    readers = [Readers.FAMILY]
    sections = shown(asked, together(theirs), language=language, readers=readers)
    return {"filled": filled, "sections": sections, "language": language}


def _to(seat: Seat) -> str:
    return in_words(seat.meeting) if seat.meeting else str(seat.paper)
