"""What is next, and when: the nearest day first."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from laget.family.plan.reading import Plan
from laget.kernel import clock
from laget.web.templatetags.words import at_clock

SHOWN = 4  # days; the later ones are folded away


@dataclass(frozen=True)
class Coming:
    """One day to come, or one that has passed and waits."""

    on: date
    what: str
    title: str
    clock: str = ""
    place: str = ""
    url: str = ""

    @property
    def has_passed(self) -> bool:
        return self.on < clock.today()


def coming(plan: Plan) -> list[Coming]:
    """All that has a day; nothing when the follow-up has ended."""
    if not plan.goes_on:
        return []
    days = [
        *(_meeting(one) for one in plan.meetings),
        *(_look(one) for one in plan.doing),
        *(_goal(one) for one in plan.goals if not one.ended_at),
        Coming(plan.log.next_on, _("We look at the whole plan"), ""),
    ]
    return sorted(days, key=lambda one: (one.on, one.clock, one.what, one.title))


def by_day(days: list[Coming]) -> list[tuple[date, list[Coming]]]:
    """What is on the same day stands together."""
    return [(on, list(those)) for on, those in groupby(days, key=lambda one: one.on)]


def _look(one: Any) -> Coming:
    return Coming(one.review_on, _("We look at whether it helps"), one.text)


def _goal(goal: Any) -> Coming:
    return Coming(goal.next_on, _("We look at the goal"), goal.text)


def _meeting(one: Any) -> Coming:
    starts: datetime = one.starts_at
    return Coming(
        localdate(starts),
        _("Meeting"),
        one.why,
        clock=at_clock(starts),
        place=one.place,
        url=address("our-meeting", meeting_id=one.pk),
    )


def address(name: str, **keys: UUID) -> str:
    """Of a page that may not be there yet: then there is no link."""
    try:
        return reverse(name, kwargs=keys)
    except NoReverseMatch:
        return ""
