"""What we want, what is done for it, and what has been tried: as the page says it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString

from laget.family.plan import kindly, steps
from laget.family.plan.reading import Plan


@dataclass(frozen=True)
class Looked:
    """One time when it was looked at whether it helps."""

    at: datetime
    record: str
    went: str
    seen: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Doing:
    """Something that is agreed: what, who does it, and when it is looked at again."""

    one: Any
    who: str
    looked: tuple[Looked, ...]


@dataclass(frozen=True)
class Want:
    """A goal in the family's words, how far they say they have come, what is done."""

    goal: Any
    where: str
    way: SafeString | None
    doing: tuple[Doing, ...]
    result: str = ""


def going_on(plan: Plan) -> list[Want]:
    return [_want(plan, goal) for goal in plan.goals if _is_open(plan, goal)]


def tried(plan: Plan) -> list[Doing]:
    """What has ended, the latest first."""
    ended = [one for goal in plan.goals for one in goal.done if one.ended_at]
    latest = sorted(ended, key=lambda one: one.ended_at, reverse=True)
    return [_doing(plan, one) for one in latest]


def ended(plan: Plan) -> list[Want]:
    """The goals that are goals no more, the latest first."""
    over = [goal for goal in plan.goals if goal.ended_at]
    latest = sorted(over, key=lambda goal: goal.ended_at, reverse=True)
    return [_want(plan, goal) for goal in latest]


def _is_open(plan: Plan, goal: Any) -> bool:
    return bool(plan.goes_on and not goal.ended_at)


def _want(plan: Plan, goal: Any) -> Want:
    pictured = (goal.start, goal.now, goal.wanted)
    return Want(
        goal,
        steps.where(*pictured),
        steps.drawn(*pictured),
        tuple(_doing(plan, one) for one in goal.done if not one.ended_at),
        kindly.result(goal.result) if goal.result else "",
    )


def _doing(plan: Plan, one: Any) -> Doing:
    looked = tuple(_looked(plan, told) for told in one.reviewed)
    return Doing(one, one.done_by or one.owner.name, looked)


def _looked(plan: Plan, told: dict[str, Any]) -> Looked:
    name, own = plan.child.first_name, plan.is_own
    said = (
        (kindly.child_label(told, name, is_own=own), told["child_view"]),
        (kindly.guardians_label(is_own=own), told["guardians_view"]),
    )
    return Looked(
        told["at"],
        told["pk"],
        kindly.went(told),
        told["seen"],
        tuple((label, words) for label, words in said if words),
    )
