"""Who will read it, said by name and role before it is shared."""

from dataclasses import dataclass, field

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.consents.models import Consent
from laget.kernel import clock
from laget.logs.models import Log, Participation


@dataclass(frozen=True)
class Reader:
    name: str
    role: str


@dataclass(frozen=True)
class Readers:
    """The team as it is now; and the guardians, each of whom reads it only when let."""

    team: list[Reader] = field(default_factory=list)
    guardians: list[Guardianship] = field(default_factory=list)


def readers_of(child: Child, writer: User) -> Readers:
    """Those who would read it, but for whoever writes it."""
    theirs = child.guardianships.current().filter(may_see=True, barred=False)
    guardians = [one for one in theirs if one.user_id != writer.pk]
    return Readers(_team(child, writer), guardians)


def _team(child: Child, writer: User) -> list[Reader]:
    log = Log.objects.open().filter(child=child).first()
    if log is None:
        return []
    on_it = Participation.objects.filter(
        log=log, left_at=None, employment__ended_at=None
    )
    standing = _services(child)
    return [
        Reader(part.employment.user.name, child.work_of(part.employment))
        for part in on_it.for_team()
        if part.employment.user_id != writer.pk and _sees(part, log, standing)
    ]


def _services(child: Child) -> set[object]:
    """The services the family's consent covers now."""
    given = Consent.objects.filter(
        child=child,
        effective_at__isnull=False,
        ended_at=None,
        expires_at__gt=clock.now(),
    )
    return set(given.values_list("service", flat=True))


def _sees(part: Participation, log: Log, standing: set[object]) -> bool:
    """The own unit's task, a named law, or a consent that stands."""
    job = part.employment
    own = job.unit_id == log.unit_id
    return own or bool(part.statute) or job.unit.service_id in standing
