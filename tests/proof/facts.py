"""What the model is made of: people at work, children, and what is done for them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(eq=False)
class Job:
    """Somebody's work in a unit of a service that serves some municipalities."""

    id: UUID
    user: str
    unit: UUID
    service: UUID
    places: frozenset[UUID]
    leads: bool
    ended: bool = False
    away_from: date | None = None


@dataclass(eq=False)
class Guard:
    id: UUID
    user: str | None
    may_see: bool
    custody: bool = True
    ended: bool = False


@dataclass(eq=False)
class Kid:
    id: UUID
    name: str
    born: date
    place: UUID
    registered_by: str
    account: str | None = None
    guards: list[Guard] = field(default_factory=list)


@dataclass(eq=False)
class Consent:
    id: UUID
    kid: Kid
    service: UUID
    expires: datetime
    answers: dict[UUID, str] = field(default_factory=dict)
    in_force: bool = False
    ended: bool = False


@dataclass(eq=False)
class Concern:
    id: UUID
    owner: str
    job: Job
    kid: Kid | None = None
    shares: set[str] = field(default_factory=set)
    talked: bool = False
    decided: bool = False
    version: int = 1
    texts: list[str] = field(default_factory=list)


@dataclass(eq=False)
class Question:
    id: UUID
    by: str
    ended: bool = False


@dataclass(eq=False)
class Part:
    id: UUID
    log: "Log"
    job: Job
    statute: str = ""
    left: bool = False


@dataclass(eq=False)
class Offer:
    id: UUID
    log: "Log"
    by: str
    to: Job
    answered: bool = False


@dataclass(eq=False)
class Thing:
    """A goal or an intervention: owned, dated, reworded, ended."""

    id: UUID
    log: "Log"
    owner: str
    texts: list[str]
    goal: "Thing | None" = None
    version: int = 1
    ended: bool = False
    reviewed: bool = False


@dataclass(eq=False)
class Entry:
    id: UUID
    log: "Log"
    by: str
    at: datetime
    texts: list[str]
    version: int = 1
    recalled: bool = False


@dataclass(eq=False)
class Log:
    id: UUID
    kid: Kid
    unit: UUID
    holder: str
    level: int
    concern: Concern | None = None
    closed: bool = False


@dataclass(eq=False)
class Emergency:
    kid: Kid
    person: str
    until: datetime
