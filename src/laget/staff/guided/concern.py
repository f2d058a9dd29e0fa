"""Where a concern stands in any guide: what has been done, and what comes now."""

from dataclasses import dataclass

from laget.guide.models import Step, Verb
from laget.staff.guided.course import Course
from laget.staff.guided.deeds import Now

NEEDED = (Verb.WRITE_CONCERN, Verb.TALK_WITH_GUARDIANS, Verb.DECIDE)
STOPS = (Verb.SHARE, *NEEDED)


@dataclass(frozen=True)
class Facts:
    """What has been done about a concern; the guide's place follows from it."""

    written: bool = False
    told: bool = False
    asked: bool = False
    talked: bool = False
    must_not_tell: bool = False
    reported: bool = False
    decided: bool = False

    def have_done(self, verb: str) -> bool:
        """Whether what the guide's step is for has been done."""
        return {
            Verb.WRITE_CONCERN.value: self.written,
            Verb.SHARE.value: self.told,
            Verb.ASK_TEAM.value: self.asked,
            Verb.TALK_WITH_GUARDIANS.value: self.talked,
            Verb.REPORT.value: self.reported,
            Verb.DECIDE.value: self.decided,
        }.get(verb, False)


def now(course: Course, facts: Facts) -> Now | None:
    """The first thing that has not been done; nothing is left when it is decided.

    First of all what was seen is written down. Asking a team is a choice. When the
    guardians must not be told first, child welfare is next, and then to decide.
    """
    if facts.decided:
        return None
    if not facts.written:
        return at(course, Verb.WRITE_CONCERN)
    if facts.must_not_tell and not facts.talked:
        return at(course, Verb.DECIDE if facts.reported else Verb.REPORT)
    left = [verb for verb in on_the_way(course) if not facts.have_done(verb)]
    return at(course, left[0])


def on_the_way(course: Course) -> list[Verb]:
    """In the guide's own order; what it leaves out and the work needs, where it fits.

    To decide is always last: the rest is what one decides by.
    """
    named = [Verb(step.verb) for step in course.on(0) if step.verb]
    along = dict.fromkeys(verb for verb in named if verb in STOPS)
    along.pop(Verb.DECIDE, None)
    first = [] if Verb.WRITE_CONCERN in along else [Verb.WRITE_CONCERN]
    talk = Verb.TALK_WITH_GUARDIANS
    last = [] if talk in along else [talk]
    return [*first, *along, *last, Verb.DECIDE]


def at(course: Course, verb: Verb) -> Now:
    """The guide's step of the clarification for this, or the software's own words."""
    return Now(verb, course.doing(verb, 0))


def passed(course: Course) -> list[Now]:
    """The stops as they are drawn, with the team one may ask, in the guide's order."""
    along = on_the_way(course)
    if not (asking := course.doing(Verb.ASK_TEAM, 0)):
        return [at(course, verb) for verb in along]
    stops = [at(course, verb) for verb in along]
    place = next((n for n, stop in enumerate(stops) if _after(stop, asking)), -1)
    return [*stops[:place], Now(Verb.ASK_TEAM, asking), *stops[place:]]


def _after(stop: Now, asking: Step) -> bool:
    return bool(stop.step and stop.step.position > asking.position)
