"""The municipality's action guide beside a concern: where you are, what to do now."""

from dataclasses import dataclass
from typing import Self

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from laget.concerns.models import Concern
from laget.guide.models import Contact, Step, Verb
from laget.organisation.models import Municipality
from laget.staff.guided import concern as place
from laget.staff.guided.concern import Facts
from laget.staff.guided.course import Course
from laget.staff.guided.deeds import Now
from laget.staff.guided.shown import Events, Shown, shown
from laget.web import parts

PAGES = {
    Verb.SHARE: "share-concern",
    Verb.WRITE_CONCERN: "concern",
    Verb.ASK_TEAM: "ask-team",
    Verb.TALK_WITH_GUARDIANS: "talk",
    Verb.DECIDE: "decide",
    Verb.REPORT: "report-concern",
}


@dataclass(frozen=True)
class Guidance:
    """The guide that somebody follows and its telephone numbers, read once a page."""

    municipality: Municipality
    course: Course
    contacts: tuple[Contact, ...]

    @classmethod
    def of(cls, municipality: Municipality, kind: str = "") -> Self:
        """One statement. `kind` of service: it may have a guide of its own."""
        course = Course.of(municipality, kind)
        return cls(municipality, course, course.contacts(municipality))

    @classmethod
    def beside(cls, concern: Concern) -> Self:
        """The guide of the child's municipality, for the service that is worried."""
        kind = concern.employment.unit.service.kind
        return cls.of(municipality_of(concern), kind)

    @property
    def urgent_numbers(self) -> list[Contact]:
        return [contact for contact in self.contacts if contact.is_emergency]

    @property
    def daytime_numbers(self) -> list[Contact]:
        return [contact for contact in self.contacts if not contact.is_emergency]

    def doing(self, verb: Verb) -> Step | None:
        """The step of the clarification at which one does this."""
        return self.course.doing(verb, 0)

    def now(self, facts: Facts) -> Now | None:
        return place.now(self.course, facts)

    def shown(self, step: Step | None, events: Events | None = None) -> Shown | None:
        return shown(self.course, step, events=events, stops=place.STOPS)

    def stepper(self, facts: Facts, now: Now | None) -> list[parts.Step]:
        verb = now.verb if now else None
        return [
            _drawn(stop, facts, is_now=stop.verb == verb)
            for stop in place.passed(self.course)
        ]


def page_of(now: Now, concern: Concern) -> str:
    """The page that does what is to be done; empty where there is none."""
    name = PAGES.get(now.verb)
    return reverse(name, kwargs={"concern_id": concern.pk}) if name else ""


def municipality_of(concern: Concern) -> Municipality:
    """Whose guide holds: the child's; before a child is named, the workplace's."""
    if concern.child:
        return concern.child.municipality
    unit = concern.employment.unit
    return unit.municipality or unit.service.host


def _drawn(stop: Now, facts: Facts, *, is_now: bool) -> parts.Step:
    if is_now:
        return parts.Step(stop.title, state="now")
    if facts.have_done(stop.verb):
        return parts.Step(stop.title, state="done")
    notes = {Verb.ASK_TEAM: _("if you want advice")}
    if facts.must_not_tell:
        notes[Verb.TALK_WITH_GUARDIANS] = _("must wait")
    return parts.Step(stop.title, str(notes.get(stop.verb, "")))
