"""The unit's work in numbers and dates: who holds how much, and what is left lying."""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from laget.accounts.models import User
from laget.logs.leading import LedConcerns, LedLog, led_concerns, led_logs
from laget.organisation.models import Employment, Unit


@dataclass
class Load:
    """What one person in the unit has on their hands."""

    job: Employment
    logs: int = 0
    overdue: int = 0
    concerns: int = 0
    concerns_overdue: int = 0


@dataclass(frozen=True)
class Lying:
    """A log that must be handed on, and whose it was on paper."""

    row: LedLog
    holder: str


@dataclass
class Overview:
    """One unit: those who work there, and what is left lying."""

    unit: Unit
    loads: list[Load] = field(default_factory=list)

    @property
    def logs(self) -> int:
        return sum(load.logs for load in self.loads)

    @property
    def overdue(self) -> int:
        return sum(load.overdue for load in self.loads)

    @property
    def concerns(self) -> int:
        return sum(load.concerns for load in self.loads)


def overviews(leader: User) -> tuple[list[Overview], list[Lying]]:
    """The units that the person leads, and all that is left lying. Four queries."""
    rows, concerns = led_logs(), led_concerns()
    units: dict[UUID, Overview] = {}
    for job in staff_of(leader):
        unit = units.setdefault(job.unit_id, Overview(job.unit))
        unit.loads.append(_load(job, rows, concerns))
    return list(units.values()), _lying(rows)


def staff_of(leader: User) -> list[Employment]:
    """Those who work now in the units that the person leads."""
    leading = Employment.objects.leading().filter(user=leader)
    working = Employment.objects.current().filter(unit__in=leading.values("unit"))
    return list(working.for_choice().select_related("unit__municipality"))


def _load(job: Employment, rows: list[LedLog], concerns: list[LedConcerns]) -> Load:
    mine = [row for row in rows if (row.holder, row.unit) == (job.user_id, job.unit_id)]
    load = Load(job, logs=len(mine), overdue=sum(row.is_late for row in mine))
    for found in concerns:
        if (found.owner, found.unit) == (job.user_id, job.unit_id):
            load.concerns, load.concerns_overdue = found.open, found.overdue
    return load


def _lying(rows: list[LedLog]) -> list[Lying]:
    found = [row for row in rows if row.is_left_lying]
    people = User.objects.filter(pk__in={row.holder for row in found})
    names: dict[UUID, str] = defaultdict(str, people.values_list("pk", "name"))
    return [Lying(row, names[row.holder]) for row in found]
