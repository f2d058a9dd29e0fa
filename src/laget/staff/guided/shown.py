"""A step of a guide as it is shown: its words, ways, deadlines with dates, and law."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from laget.guide.dates import dates
from laget.guide.deadlines import in_words
from laget.guide.models import Step, Verb, Way
from laget.guide.profile_sections import CONCERNS
from laget.organisation.models import Provision, Standing
from laget.staff.guided.course import CITED, Course
from laget.web.templatetags.words import day, short_day

Events = Mapping[str, date | None]
ANY = "any"


@dataclass(frozen=True)
class Deadline:
    """In words as the guide has it; by which day, where it is known."""

    words: str
    days: str = ""


@dataclass(frozen=True)
class Reference:
    """A section of an act, or what the guide itself says; and whether it applies."""

    text: str
    standing: str = ""
    noted_on: str = ""


@dataclass(frozen=True)
class Onward:
    """A way on, its step, and for which kinds of concern only."""

    when: str
    step: Step
    only_for: str = ""


@dataclass(frozen=True)
class Form:
    """A form the step names; its address where it can be begun."""

    title: str
    key: str


@dataclass(frozen=True)
class Shown:
    """All that stands on a step's card."""

    step: Any
    ways: Sequence[Onward] = ()
    deadlines: Sequence[Deadline] = ()
    law: Sequence[Reference] = ()
    forms: Sequence[Form] = ()
    beside: Sequence[Step] = field(default=())

    @property
    def language(self) -> str:
        """The municipality's: its own words are said in it."""
        return str(self.step.guide.municipality.language)


def shown(
    course: Course,
    step: Step | None,
    *,
    events: Events | None = None,
    stops: Iterable[Verb] = (),
) -> Shown | None:
    """A step with all that belongs to it; `stops` are those passed on the way."""
    if step is None:
        return None
    return Shown(
        step,
        [_onward(way) for way in course.ways(step)],
        [_deadline(each, events or {}) for each in step.deadlines],
        _law(step),
        [_form(each) for each in getattr(step, "named_forms", ())],
        course.beside(step, stops) if stops else (),
    )


def _form(said: Mapping[str, str]) -> Form:
    return Form(said["title"], said["key"])


def _onward(way: Way) -> Onward:
    only = [key for key in way.concerns if key != ANY]
    labels = dict(CONCERNS)
    said = ", ".join(str(labels.get(key, key)).lower() for key in only)
    return Onward(way.when, way.step, said)


def _deadline(deadline: Mapping[str, Any], events: Events) -> Deadline:
    event = events.get(deadline["from"])
    if event is None or deadline.get("from_words"):
        return Deadline(in_words(deadline))
    earliest, latest = dates(deadline, event)
    if earliest is None or earliest == latest:
        told = _("by %(day)s") % {"day": day(latest)}
    else:
        span = {"earliest": short_day(earliest), "latest": day(latest)}
        told = _("from %(earliest)s to %(latest)s") % span
    return Deadline(in_words(deadline), told)


def _law(step: Any) -> list[Reference]:
    """What the library knows of a key; a reference in words as it is written."""
    known = {each["key"]: each for each in getattr(step, "cited", ())}
    return [
        _reference(known[text]) if text in known else Reference(text)
        for text in step.law
    ]


def references(law: Sequence[str]) -> list[Reference]:
    """The same for a list that was not read with a step. One statement."""
    known: dict[str, Mapping[str, Any]] = {}
    cited = Provision.objects.filter(key__in=law).order_by("key", "version")
    for each in cited.values(*CITED):
        known[each["key"]] = each | {"noted_on": each["noted_on"].isoformat()}
    return [
        _reference(known[text]) if text in known else Reference(text) for text in law
    ]


def _reference(said: Mapping[str, Any]) -> Reference:
    text = f"{said['act']} {said['section']}"
    number = f" ({said['act_number']})" if said["act_number"] else ""
    noted = day(date.fromisoformat(said["noted_on"]))
    standing = Standing(said["standing"])
    if standing == Standing.IN_FORCE:
        return Reference(text + number, "", noted)
    return Reference(text + number, str(standing.label), noted)
