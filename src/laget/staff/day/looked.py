"""Who has looked: every visit to what is written about a child, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from laget.access import children as may
from laget.access import door
from laget.access.rules import RULES
from laget.children.models import Child
from laget.logs.visits import Visit, Why, days, visits
from laget.meetings.who import guest_parts
from laget.web.page import PageRequest, page

PAGE = 50
PARTS = {
    "child": _("the child's page"),
    "guardianship": _("the guardians"),
    "consent": _("the consents"),
    "concern": _("the concern"),
    "conversation": _("the conversation with the guardians"),
    "discussion": _("the question to a team"),
    "log": _("the follow-up"),
    "team": _("the team"),
    "participation": _("the team"),
    "handover": _("the handover"),
    "offer": _("what the family is offered"),
    "goal": _("the goals"),
    "intervention": _("the interventions"),
    "entry": _("what is written"),
    "filled": _("the forms"),
    "form": _("the forms"),
    "emergency": _("emergency access"),
    "meeting": _("a meeting"),
    "invitation": _("a meeting"),
    "agendaitem": _("a meeting"),
    "minutes": _("a meeting"),
    "seat": _("a guest's chair"),
    "inquiry": _("a question from the family"),
    "comment": _("the family's comments"),
    "thread": _("the messages"),
    "post": _("the messages"),
}
WHY = {
    Why.EMERGENCY: _("Emergency access"),
    Why.FAMILY: _("The family itself"),
    Why.TEAM: _("On the team"),
    Why.OFFERED: _("Asked to take over"),
    Why.LEADER: _("Leader who hands on"),
    Why.GUEST: _("Guest in a meeting, or to one document"),
    Why.BEFORE: _("Worked with it before there was a team"),
}
SEARCHED = "child.searched"


@dataclass(frozen=True)
class Shown:
    """A visit in words."""

    visit: Visit
    why: str | Promise
    looked: list[str]
    wrote: list[str]
    searched: bool

    @property
    def is_emergency(self) -> bool:
        return self.visit.why is Why.EMERGENCY


@door.one(may.WHO_LOOKED)
def who_looked(request: PageRequest, child: Child) -> HttpResponse:
    found = Paginator(days(child), PAGE).get_page(request.GET.get("page"))
    guests = guest_parts(child, found)
    shown = [in_words(visit) for visit in visits(child, found, guests=guests)]
    by_day = [
        (day, list(those)) for day, those in groupby(shown, key=lambda s: s.visit.day)
    ]
    context = {"child": child, "days": by_day, "found": found}
    return page(request, "staff/day/looked.html", context)


def in_words(visit: Visit) -> Shown:
    """What was looked at, and what was written: a page's visit, or a deed."""
    opened = {str(action) for action in RULES}
    return Shown(
        visit,
        WHY[visit.why],
        _parts(a for a in visit.actions if a in opened),
        _parts(a for a in visit.actions if a not in opened and a != SEARCHED),
        SEARCHED in visit.actions,
    )


def _parts(actions: Iterable[str]) -> list[str]:
    nouns = (action.partition(".")[0] for action in actions)
    return sorted({str(PARTS[noun]) for noun in nouns})
