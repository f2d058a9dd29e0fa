"""A municipality's guide as it is followed, whatever its levels and steps are called.

A guide is free: levels of any name, steps without a verb, verbs that repeat or are
missing. What the software can do stays reachable all the same (`deeds.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Case, F, Func, OuterRef, QuerySet, When
from django.db.models.functions import JSONObject

from laget.forms.models import Template
from laget.guide.models import Contact, Guide, Step, Subject, Verb, Way
from laget.kernel import clock
from laget.kernel.prepared import prepared
from laget.organisation.models import Municipality, Provision

NUMBER = ("name", "number", "when", "is_emergency")
CITED = ("key", "act", "section", "act_number", "standing", "noted_on", "version")


@dataclass(frozen=True)
class Course:
    """The steps of the guide that one kind of service follows; none: no guide."""

    steps: tuple[Any, ...]
    kind: str = ""

    @classmethod
    def of(
        cls, municipality: Municipality, kind: str = "", *, unborn: bool = False
    ) -> Self:
        """One statement, with the law that each step cites and the forms it names."""
        subject = Subject.UNBORN if unborn else Subject.CHILD
        told = {"municipality": municipality.pk, "today": clock.today()}
        return cls(tuple(_steps(kind=kind, subject=subject.value, **told)), kind)

    @classmethod
    def of_guide(cls, guide: Guide) -> Self:
        """A guide that was asked for by name, whomever it is for."""
        return cls(tuple(_with_what_it_names(Step.objects.filter(guide=guide))))

    @property
    def guide(self) -> Guide | None:
        return self.steps[0].guide if self.steps else None

    def contacts(self, municipality: Municipality) -> tuple[Contact, ...]:
        """Whom to call; without a guide it costs a statement of its own."""
        told = self.steps and self.steps[0].numbers
        if told is None or not self.steps:
            return tuple(Contact.objects.of(municipality))
        return tuple(Contact(**each) for each in told)

    @property
    def first(self) -> Step | None:
        return self.steps[0] if self.steps else None

    def on(self, level: int) -> list[Step]:
        """The steps at a degree of co-operation, for this kind of service."""
        return [step for step in self._mine if step.level == level]

    def near(self, level: int) -> list[Step]:
        """The same; where the guide has none, those of the nearest level below."""
        lower = (self.on(each) for each in range(level, 0, -1))
        higher = (self.on(each) for each in range(level + 1, 4))
        return next((found for found in (*lower, *higher) if found), [])

    def doing(self, verb: str, level: int | None = None) -> Step | None:
        """The first step at which one does this."""
        there = self._mine if level is None else self.on(level)
        return next((step for step in there if step.verb == verb), None)

    def ways(self, step: Step) -> list[Way]:
        """Where a step may lead, in the guide's own order."""
        return step.ways_among(self.steps)

    def beside(self, step: Step, stops: Iterable[Verb]) -> list[Step]:
        """What to think of at a step: what lies before it and is no stop on the way.

        With it those further on, up to the next stop, that do the same once more.
        """
        along = self.on(step.level)
        here = along.index(step) if step in along else 0
        before, after = along[:here][::-1], along[here + 1 :]
        known = set(stops)
        found = [*list(_until_stop(before, known))[::-1]]
        for each in after:
            if each.verb and each.verb != step.verb and Verb(each.verb) in known:
                break
            found.append(each)
        return [each for each in found if not each.is_urgent]

    @property
    def _mine(self) -> list[Step]:
        """Without the steps that the guide has for other services alone."""
        kind = self.kind
        return [
            s for s in self.steps if not (kind and s.services) or kind in s.services
        ]


def _until_stop(steps: Iterable[Step], stops: set[Verb]) -> Iterator[Step]:
    for step in steps:
        if step.verb and Verb(step.verb) in stops:
            return
        yield step


@prepared
def _steps(municipality: UUID, kind: str, subject: str, today: date) -> QuerySet[Any]:
    place: Any = Municipality(pk=municipality)
    guide = Guide.objects.followed(place, kind, subject, today).values("pk")
    return _with_what_it_names(Step.objects.filter(guide__in=guide))


def _with_what_it_names(steps: QuerySet[Step]) -> QuerySet[Any]:
    found: QuerySet[Any] = steps.select_related("stage", "guide__municipality")
    found = found.annotate(
        cited=ArraySubquery(_cited()),
        named_forms=ArraySubquery(_forms()),
        numbers=Case(When(position=0, then=ArraySubquery(_numbers()))),
    )
    return found.order_by("position", "pk")


def _numbers() -> QuerySet[Any, Any]:
    """Whom to call: beside the guide on every page of a worry, with its first step."""
    here = Contact.objects.filter(municipality=OuterRef("guide__municipality"))
    said = JSONObject(**{name: F(name) for name in NUMBER})
    return here.order_by("position").values(said=said)


def _cited() -> QuerySet[Any, Any]:
    """What the library knows of the law a step names, the newest version last."""
    known = Provision.objects.filter(_among("law")).order_by("key", "version")
    return known.values(said=JSONObject(**{name: F(name) for name in CITED}))


def _forms() -> QuerySet[Any, Any]:
    its = Template.objects.filter(
        _among("forms"),
        municipality=OuterRef("guide__municipality"),
        is_ended=False,
    )
    return its.values(said=JSONObject(key=F("key"), title=F("title")))


def _among(names: str) -> Func:
    """Whether the outer row's list of keys has this row's key."""
    there = (OuterRef(names), F("key"))
    return Func(*there, function="jsonb_exists", output_field=BooleanField())
