"""The municipality's action guide beside the work: where you are, what to do now."""

from dataclasses import dataclass
from typing import Self

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from laget.concerns.models import Concern
from laget.guide.models import Contact, Step, Verb, Way
from laget.organisation.models import Municipality
from laget.web import parts

ON_THE_WAY = (Verb.SHARE, Verb.WRITE_CONCERN, Verb.TALK_WITH_GUARDIANS, Verb.DECIDE)
PAGES = {
    Verb.SHARE: "share-concern",
    Verb.WRITE_CONCERN: "concern",
    Verb.ASK_TEAM: "ask-team",
    Verb.TALK_WITH_GUARDIANS: "talk",
    Verb.DECIDE: "decide",
    Verb.REPORT: "report-concern",
}
DEEDS = {
    Verb.SHARE: _("Share with a colleague or your leader"),
    Verb.WRITE_CONCERN: _("Write it down"),
    Verb.ASK_TEAM: _("Ask a team without names"),
    Verb.TALK_WITH_GUARDIANS: _("Prepare the conversation"),
    Verb.DECIDE: _("Sum up and decide"),
    Verb.REPORT: _("Report to child welfare"),
}


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
            Verb.WRITE_CONCERN: self.written,
            Verb.SHARE: self.told,
            Verb.ASK_TEAM: self.asked,
            Verb.TALK_WITH_GUARDIANS: self.talked,
            Verb.REPORT: self.reported,
            Verb.DECIDE: self.decided,
        }.get(Verb(verb), False)


@dataclass(frozen=True)
class Guidance:
    """One municipality's guide and its telephone numbers, read once for a page."""

    municipality: Municipality
    steps: tuple[Step, ...]
    contacts: tuple[Contact, ...]

    @classmethod
    def of(cls, municipality: Municipality) -> Self:
        return cls(
            municipality,
            tuple(Step.objects.of(municipality)),
            tuple(Contact.objects.of(municipality)),
        )

    @property
    def urgent_numbers(self) -> list[Contact]:
        return [contact for contact in self.contacts if contact.is_emergency]

    @property
    def daytime_numbers(self) -> list[Contact]:
        return [contact for contact in self.contacts if not contact.is_emergency]

    def doing(self, verb: str) -> Step | None:
        """The step of the clarification at which one does this."""
        return next((step for step in self._beginning if step.verb == verb), None)

    def ways(self, step: Step) -> list[Way]:
        """Where the step may lead, in the guide's own order."""
        numbered = {each.key: each for each in self.steps}
        return [Way(numbered[way["to"]], way["when"]) for way in step.leads_to]

    def now(self, facts: Facts) -> Step | None:
        """The first thing that has not been done; nothing is left when it is decided.

        First of all what was seen is written down. Asking a team is a choice. When the
        guardians must not be told first, child welfare is next, and then to decide.
        """
        if facts.decided:
            return None
        if not facts.written:
            return self.doing(Verb.WRITE_CONCERN)
        if facts.must_not_tell and not facts.talked:
            return self.doing(Verb.DECIDE if facts.reported else Verb.REPORT)
        left = [s for s in self._beginning if not facts.have_done(s.verb)]
        return next((step for step in left if step.verb in ON_THE_WAY), None)

    def stepper(self, facts: Facts, now: Step | None) -> list[parts.Step]:
        return [
            _drawn(step, facts, is_now=step == now)
            for step in self._beginning
            if not step.is_urgent
        ]

    @property
    def _beginning(self) -> list[Step]:
        return [step for step in self.steps if step.level == 0]


def page_of(step: Step, concern: Concern) -> str:
    """The page that does what the step is about; empty where there is none yet."""
    name = PAGES.get(Verb(step.verb))
    return reverse(name, kwargs={"concern_id": concern.pk}) if name else ""


def deed_of(step: Step) -> str:
    """What its button says."""
    return str(DEEDS.get(Verb(step.verb), ""))


def municipality_of(concern: Concern) -> Municipality:
    """Whose guide holds: the child's; before a child is named, the workplace's."""
    if concern.child:
        return concern.child.municipality
    unit = concern.employment.unit
    return unit.municipality or unit.service.host


def _drawn(step: Step, facts: Facts, *, is_now: bool) -> parts.Step:
    if is_now:
        return parts.Step(step.title, state="now")
    if facts.have_done(step.verb):
        return parts.Step(step.title, state="done")
    notes = {Verb.ASK_TEAM: _("if you want advice")}
    if facts.must_not_tell:
        notes[Verb.TALK_WITH_GUARDIANS] = _("must wait")
    return parts.Step(step.title, str(notes.get(Verb(step.verb), "")))
