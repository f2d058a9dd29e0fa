"""A visit in words that a family uses: who, from where, what, and why they may."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.access.rules import RULES
from laget.accounts.models import User
from laget.children.models import Child
from laget.logs.visits import Visit, Why

Words = str | Promise
# Written for the family: its own pages have its own words for the same things.
PARTS: dict[str, Words] = {
    "child": gettext_lazy("who the child is, and the page about the child"),
    "guardianship": gettext_lazy("who the guardians are"),
    "consent": gettext_lazy("consents"),
    "concern": gettext_lazy("the first worry"),
    "conversation": gettext_lazy("the conversation with you"),
    "discussion": gettext_lazy("a question to a team, without any name"),
    "log": gettext_lazy("the plan"),
    "team": gettext_lazy("who helps"),
    "participation": gettext_lazy("who helps"),
    "handover": gettext_lazy("who is to hold the plan"),
    "offer": gettext_lazy("what you are offered"),
    "goal": gettext_lazy("goals"),
    "intervention": gettext_lazy("what we do"),
    "review": gettext_lazy("how it went"),
    "entry": gettext_lazy("notes"),
    "filled": gettext_lazy("forms"),
    "form": gettext_lazy("forms"),
    "meeting": gettext_lazy("meetings"),
    "minutes": gettext_lazy("minutes of meetings"),
    "seat": gettext_lazy("meetings"),
    "thread": gettext_lazy("messages"),
    "post": gettext_lazy("messages"),
    "voice": gettext_lazy("the child's own words"),
    "comment": gettext_lazy("your comments"),
    "inquiry": gettext_lazy("your questions about who looked"),
    "emergency": gettext_lazy("emergency access"),
}
OTHER = gettext_lazy("other things about the child")
WHY: dict[Why, Words] = {
    Why.EMERGENCY: gettext_lazy(
        "Emergency access: they said that they had to know at once."
    ),
    Why.TEAM: gettext_lazy("They help: they are on the team."),
    Why.OFFERED: gettext_lazy("They were asked to take over."),
    Why.LEADER: gettext_lazy("They lead the unit, and find who is to help."),
    Why.GUEST: gettext_lazy("A guest in a meeting, or to one document."),
    Why.BEFORE: gettext_lazy("They worked with this before there was a team."),
}
SEARCHED = "child.searched"
OFFICER = "inquiry."


@dataclass(frozen=True)
class Shown:
    """A visit as the family reads it. No name where the municipality names no one."""

    visit: Visit
    who: str
    works: str
    why: Words
    looked: list[str]
    wrote: list[str]
    searched: bool
    is_own: bool
    line: UUID | None = None
    asked: UUID | None = None

    @property
    def is_family(self) -> bool:
        return self.visit.why is Why.FAMILY

    @property
    def has_a_time(self) -> bool:
        """When somebody else in the family was here is theirs: the day is enough."""
        return self.is_own or not self.is_family

    @property
    def is_emergency(self) -> bool:
        return self.visit.why is Why.EMERGENCY


@cache
def looks() -> frozenset[str]:
    """What the books call each page that can be opened."""
    return frozenset(str(action) for action in RULES)


def in_words(
    visit: Visit,
    child: Child,
    reader: User,
    *,
    line: UUID | None = None,
    asked: UUID | None = None,
) -> Shown:
    opened = looks()
    return Shown(
        visit=visit,
        who=_who(visit, child, reader),
        works=_works(visit, child),
        why=_why(visit),
        looked=_parts(a for a in visit.actions if a in opened),
        wrote=_parts(a for a in visit.actions if a not in opened and a != SEARCHED),
        searched=SEARCHED in visit.actions,
        is_own=visit.why is Why.FAMILY and visit.actor == reader.pk,
        line=line,
        asked=asked,
    )


def _who(visit: Visit, child: Child, reader: User) -> str:
    """A name, where the municipality names those who look; else the post."""
    if visit.why is Why.FAMILY:
        return _("You") if visit.actor == reader.pk else _("A guardian")
    if child.municipality.names_visitors and visit.person:
        return visit.person
    if visit.why is Why.GUEST:
        return _("A guest")
    return visit.job.post if visit.job and visit.job.post else _("Somebody at work")


def _works(visit: Visit, child: Child) -> str:
    """Post, unit and service; a guest's part; of the family, nothing."""
    if visit.why is Why.GUEST:
        return visit.part
    if visit.job is None or visit.why is Why.FAMILY:
        return ""
    return f"{child.work_of(visit.job)} ({visit.job.unit.service.name})"


def _why(visit: Visit) -> Words:
    if visit.why is Why.FAMILY:
        return ""
    if visit.why is Why.BEFORE and all(a.startswith(OFFICER) for a in visit.actions):
        return _("They look into what you have asked about.")
    return WHY[visit.why]


def _parts(actions: Iterable[str]) -> list[str]:
    nouns = (action.partition(".")[0] for action in actions)
    return sorted({str(PARTS.get(noun, OTHER)) for noun in nouns})
