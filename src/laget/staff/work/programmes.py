"""What exists that answers what the team wrote: a filter people choose, no score."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from laget.catalogue.models import Need, Programme, ProgrammeQuerySet
from laget.children.models import Child
from laget.logs.models import Goal
from laget.staff.work.forms.programmes import CHOSEN, ProgrammeFilter

UNBORN = -1
GROWN = 99


@dataclass(frozen=True)
class Suggested:
    """A programme, and why it is in the list: for whom it is, and what it answers."""

    programme: Programme
    reason: str


def suitable(child: Child) -> ProgrammeQuerySet:
    """The municipality's programmes for the child's age: to look in, no advice."""
    years = UNBORN if child.age is None else child.age
    return Programme.objects.of(child.municipality).available().for_age(years)


def wish(request_data: Any, goal: Goal, areas: Sequence[Need]) -> ProgrammeFilter:
    """What is looked for: at first what the team chose on the goal."""
    known = {area.code for area in areas}
    chosen = [code for code in goal.needs if code in known]
    asked = request_data if set(request_data) & {"need", "tier", "arena"} else None
    if asked is None and chosen:
        asked = {"need": CHOSEN}
    return ProgrammeFilter(asked, areas=areas, chosen=bool(chosen))


def narrowed(
    asked: ProgrammeFilter, programmes: ProgrammeQuerySet, goal: Goal
) -> ProgrammeQuerySet:
    """Those that fit all that was asked for, by name."""
    if not asked.is_valid():
        return programmes
    told = asked.cleaned_data
    if told["tier"]:
        programmes = programmes.in_tier(told["tier"])
    if told["arena"]:
        programmes = programmes.building(told["arena"])
    if told["need"] == CHOSEN:
        return programmes.answering_any(goal.needs)
    return programmes.answering(told["need"]) if told["need"] else programmes


def suggested(
    programmes: Iterable[Programme], goal: Goal, areas: Sequence[Need]
) -> Iterator[Suggested]:
    """Each with the reason why it stands here, in words."""
    language = get_language() or "nb"
    words = {area.code: area.words(language) for area in areas}
    for each in programmes:
        met = [words[c] for c in goal.needs if c in each.need_areas and c in words]
        yield Suggested(each, _reason(each, met))


def _reason(programme: Programme, met: list[str]) -> str:
    whom = _("For %(ages)s") % {"ages": _ages(programme.age_from, programme.age_to)}
    if not met:
        return whom
    told = {"whom": whom, "needs": ", ".join(met).lower()}
    return _("%(whom)s. Answers %(needs)s, which you chose") % told


def _ages(first: int, last: int) -> str:
    told = {"first": max(first, 0), "last": last}
    if last >= GROWN:
        return _("age %(first)s and up") % told
    if last == UNBORN:
        return _("pregnancy")
    if first == UNBORN:
        return _("pregnancy to age %(last)s") % told
    return _("ages %(first)s–%(last)s") % told
