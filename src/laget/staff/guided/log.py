"""Where a log stands in any guide, from what has been done. It decides nothing."""

from dataclasses import dataclass

from laget.guide.models import Step, Verb
from laget.staff.guided.course import Course
from laget.staff.guided.deeds import Now

STOPS = (
    *(Verb.ASK_CONSENT, Verb.OPEN_LOG, Verb.AGREE_GOALS, Verb.REVIEW),
    *(Verb.RAISE_LEVEL, Verb.CLOSE),
)
DECIDING = (Verb.RAISE_LEVEL, Verb.DECIDE, Verb.CLOSE, Verb.REVIEW)


@dataclass(frozen=True)
class LogFacts:
    """What has been done together. `level` is the degree of co-operation, 1 to 3."""

    level: int
    is_open: bool = True
    consented: bool = False
    has_goals: bool = False
    has_ended_goals: bool = False
    every_goal_has_help: bool = False
    is_to_be_reviewed: bool = False


def now(course: Course, facts: LogFacts) -> Now | None:
    """What the guide has next for a log; nothing when it is closed."""
    if not facts.is_open:
        return None
    if facts.level > 1 and not facts.consented:
        return _at(course, facts, Verb.ASK_CONSENT)
    if not facts.has_goals and facts.has_ended_goals:
        return _at(course, facts, Verb.CLOSE)
    if not facts.has_goals:
        return _at(course, facts, Verb.AGREE_GOALS)
    if not facts.every_goal_has_help:
        return _at(course, facts, Verb.AGREE_GOALS, nth=1)
    if facts.is_to_be_reviewed:
        return _at(course, facts, Verb.REVIEW)
    return _decision(course, facts)


def before_log(course: Course, level: int, *, consented: bool) -> Now:
    """What was decided is to begin: a consent first where others are to help."""
    facts = LogFacts(level)
    if level > 1 and not consented:
        return _at(course, facts, Verb.ASK_CONSENT)
    return _at(course, facts, Verb.OPEN_LOG)


def _at(course: Course, facts: LogFacts, verb: Verb, nth: int = 0) -> Now:
    """The step on this level that does it; a verb that repeats is gone through in turn.

    Closing may stand on one level for all; the rest is said for each level.
    """
    there = [step for step in course.near(facts.level) if step.verb == verb]
    if there:
        return Now(verb, there[min(nth, len(there) - 1)])
    return Now(verb, course.doing(verb) if verb == Verb.CLOSE else None)


def _decision(course: Course, facts: LogFacts) -> Now:
    """After the evaluation comes the step at which one decides what happens now."""
    steps = course.near(facts.level)
    seen = next((n for n, s in enumerate(steps) if s.verb == Verb.REVIEW), -1)
    found = _first_deciding(steps[seen + 1 :])
    if found is None:
        return _at(course, facts, Verb.CLOSE if facts.level == 3 else Verb.RAISE_LEVEL)
    return Now(Verb.CLOSE if found.verb == Verb.CLOSE else Verb.RAISE_LEVEL, found)


def _first_deciding(steps: list[Step]) -> Step | None:
    return next((step for step in steps if step.verb in DECIDING), None)
