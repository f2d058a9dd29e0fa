"""Where someone works, and for which municipality: what a concern begins with."""

from dataclasses import dataclass

from laget.accounts.models import User
from laget.organisation.models import Employment, Municipality


@dataclass(frozen=True)
class Workplace:
    """One employment in one municipality; an office several share has one for each."""

    employment: Employment
    municipality: Municipality
    is_shared: bool = False

    @property
    def key(self) -> str:
        return f"{self.employment.pk}-{self.municipality.pk}"

    def __str__(self) -> str:
        place = f"{self.employment.unit}, {self.employment.post}"
        return f"{place} ({self.municipality})" if self.is_shared else place


def workplaces(user: User) -> list[Workplace]:
    """Two questions to the database, however many places the person works in."""
    jobs = (
        Employment.objects.current()
        .filter(user=user)
        .for_choice()
        .select_related("user", "unit__service", "unit__municipality")
        .prefetch_related("unit__service__municipalities")
    )
    return [place for job in jobs for place in _places(job)]


def _places(job: Employment) -> list[Workplace]:
    if job.unit.municipality:
        return [Workplace(job, job.unit.municipality)]
    served = sorted(job.unit.service.municipalities.all(), key=str)
    return [Workplace(job, each, is_shared=len(served) > 1) for each in served]
