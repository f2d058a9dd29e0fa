"""Whom one can choose to be, municipality by municipality, as a newcomer would look."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.demonstration.story import to_try
from laget.organisation.models import Appointment, Employment, Kind, Municipality

SHARED = "shared"


@dataclass(frozen=True)
class Someone:
    username: str
    name: str
    post: str
    unit: str
    why: str = ""


@dataclass
class Group:
    """Those who work in one municipality; those to try first stand first."""

    id: str
    name: str
    people: list[Someone] = field(default_factory=list)


def groups() -> list[Group]:
    """Everyone who works here. Costs three queries."""
    jobs = Employment.objects.current().for_choice()
    jobs = jobs.select_related("user", "unit__service__host", "unit__municipality")
    jobs = jobs.prefetch_related("unit__service__municipalities")
    return _grouped(sorted(jobs, key=_place_in_group))


def families() -> list[Someone]:
    """Those who do not work here: parents, guardians, young people, guests."""
    why = {each["who"]: each["why"] for each in to_try()}
    found = User.objects.filter(is_active=True).exclude(_at_work()).order_by("name")
    return [Someone(u.username, u.name, "", "", why.get(u.username, "")) for u in found]


def works_here(user: User) -> bool:
    return User.objects.filter(_at_work(), pk=user.pk).exists()


def _at_work() -> Q:
    """Somebody with work, or whom a municipality trusts with a task of its own."""
    jobs = Employment.objects.current().filter(user=OuterRef("pk"))
    trusts = Appointment.objects.current().filter(user=OuterRef("pk"))
    return Q(Exists(jobs)) | Q(Exists(trusts))


def _grouped(jobs: Iterable[Employment]) -> list[Group]:
    """The municipality with the most people first, what several share last."""
    why = {each["who"]: each["why"] for each in to_try()}
    found: dict[str, Group] = defaultdict(lambda: Group("", ""))
    for job in jobs:
        id, name = _group_of(job)
        group = found[id]
        group.id, group.name = id, name
        group.people.append(_someone(job, why.get(job.user.username, "")))
    for group in found.values():
        group.people.sort(key=lambda someone: not someone.why)
    return sorted(found.values(), key=lambda g: (g.id == SHARED, -len(g.people)))


def _group_of(job: Employment) -> tuple[str, str]:
    places = _served(job)
    if len(places) > 1:
        return SHARED, _("Services that several municipalities share")
    place = job.unit.municipality or places[0]
    return place.slug or str(place.pk), place.name


def _served(job: Employment) -> list[Municipality]:
    """The municipalities of the service, by name; its host if it serves none."""
    service = job.unit.service
    places = sorted(service.municipalities.all(), key=lambda place: place.name)
    return places or [service.host]


def _place_in_group(job: Employment) -> tuple[int, str, bool, str]:
    """Kindergartens before schools before offices; the leader first in each unit."""
    kind = list(Kind.values).index(job.unit.service.kind)
    return kind, job.unit.name, not job.is_leader, job.user.name


def _someone(job: Employment, why: str = "") -> Someone:
    unit, places = job.unit.name, _served(job)
    if len(places) > 1:
        unit = f"{unit} ({', '.join(place.name for place in places)})"
    return Someone(job.user.username, job.user.name, job.post, unit, why)
