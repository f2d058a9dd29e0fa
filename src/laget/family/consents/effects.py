"""What follows from a yes and from a no: read from what is enforced, never promised."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from laget.children.models import Child
from laget.consents.models import Consent
from laget.logs.models import Log, Participation
from laget.organisation.models import Employment


@dataclass(frozen=True)
class Helper:
    """Somebody on the team, by name and work; `law` is what lets them see anyhow."""

    name: str
    work: str
    law: str = ""


@dataclass(frozen=True)
class Effect:
    """`opens_to`: on the team, and sees by this consent alone. `stay`: the others."""

    opens_to: list[Helper]
    own: list[Helper]
    by_law: list[Helper]
    others: list[str]


@dataclass(frozen=True)
class Team:
    """Those around the child now, and the services that take part by a yes."""

    child: Child
    log: Log | None = None
    parts: list[Participation] = field(default_factory=list)
    standing: dict[UUID, str] = field(default_factory=dict)

    def effect_of(self, consent: Consent) -> Effect:
        service = consent.service_id
        own = [p for p in self.parts if self._is_own(p.employment)]
        law = [p for p in self.parts if p not in own and p.statute]
        rest = [p for p in self.parts if p not in own and p not in law]
        theirs = [p for p in rest if p.employment.unit.service_id == service]
        others = {key: name for key, name in self.standing.items() if key != service}
        return Effect(
            self._helpers(theirs),
            self._helpers(own),
            self._helpers(law),
            sorted(others.values()),
        )

    def _is_own(self, job: Employment) -> bool:
        return self.log is not None and job.unit_id == self.log.unit_id

    def _helpers(self, parts: Iterable[Participation]) -> list[Helper]:
        return [
            Helper(
                part.employment.user.name,
                self.child.work_of(part.employment),
                part.statute,
            )
            for part in parts
        ]


def team(log: Log | None, child: Child, consents: Iterable[Consent]) -> Team:
    """Costs a query when a log is open."""
    standing = {c.service_id: c.service.name for c in consents if c.stands}
    parts = list(log.participations.current().for_team()) if log else []
    return Team(child, log, parts, standing)
