"""Whom one can choose to be, in the order a newcomer would look for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from laget.demonstration.story import read_people
from laget.organisation.models import Employment, Kind


@dataclass(frozen=True)
class Someone:
    username: str
    name: str
    post: str
    unit: str
    why: str = ""


@dataclass(frozen=True)
class Group:
    """People in the same kind of work; those to try first stand first."""

    id: str
    name: str
    people: list[Someone]


def groups() -> list[Group]:
    """Everyone who works here. Costs one query."""
    jobs = list(Employment.objects.current().for_choice())
    first = Group("first", _("Try these first"), _to_try(jobs))
    rest = [Group(kind, name, _of(kind, jobs)) for kind, name in _kinds()]
    return [group for group in (first, *rest) if group.people]


def _kinds() -> list[tuple[str, str]]:
    return [
        (Kind.KINDERGARTEN, _("Kindergartens")),
        (Kind.SCHOOL, _("Schools")),
        (Kind.HEALTH, _("Health stations")),
        (Kind.MENTAL_HEALTH, _("Prevention and mental health")),
        (Kind.PPT, _("Educational psychology, shared by three municipalities")),
        (Kind.CHILD_WELFARE, _("Child welfare, shared by three municipalities")),
        (Kind.COORDINATION, _("Coordinating unit")),
        (Kind.NAV, _("Work and welfare")),
        (Kind.CULTURE, _("Culture and leisure")),
        (Kind.THERAPY, _("Physiotherapy and occupational therapy")),
        (Kind.DOCTOR, _("Doctors")),
        (Kind.SPECIALIST, _("Specialist health services")),
    ]


def _to_try(jobs: Iterable[Employment]) -> list[Someone]:
    known = {job.user.username: job for job in jobs}
    told = [(known.get(each["who"]), each["why"]) for each in read_people()["try"]]
    return [_someone(job, why) for job, why in told if job]


def _of(kind: str, jobs: Iterable[Employment]) -> list[Someone]:
    return [_someone(job) for job in jobs if job.unit.service.kind == kind]


def _someone(job: Employment, why: str = "") -> Someone:
    return Someone(job.user.username, job.user.name, job.post, job.unit.name, why)
