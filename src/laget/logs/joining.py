"""Who may take part in a log, and because of what: as the database answers it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children.models import Child
from laget.consents.models import Consent
from laget.logs.models import Log, Participation
from laget.organisation.models import Employment, Service, Unit


class Why(models.TextChoices):
    """What lets someone take part."""

    OWN_UNIT = "own_unit", _("The follow-up is their own unit's task")
    CONSENT = "consent", _("The family has said yes to the service")
    LAW = "law", _("A law says so")
    NONE = "none", _("Nothing lets them see the log now")


@dataclass(frozen=True)
class Member:
    """Someone on the team, with the basis they have for it today.

    By a consent it lasts `until`; by one for what is written from now on, they read
    only what has come `since`.
    """

    part: Participation
    why: Why
    until: datetime | None = None
    since: datetime | None = None

    @property
    def has_basis(self) -> bool:
        return self.why is not Why.NONE

    @property
    def job(self) -> Employment:
        return self.part.employment

    @property
    def user(self) -> User:
        return self.part.employment.user

    @property
    def why_words(self) -> str:
        return str(self.why.label)


def members(log: Log, unit: Unit | None = None) -> list[Member]:
    """Everyone on the team now, the holder first; as if `unit` had it, when given.

    Costs two queries.
    """
    consents = _standing(log.child)
    own = unit.pk if unit else log.unit_id
    parts = log.participations.current().for_team()
    found = [_member(part, own, consents) for part in parts]
    return sorted(found, key=lambda member: member.user.pk != log.holder_id)


def team(log: Log) -> list[Employment]:
    """Those on the team who can see the log today: they can own what is agreed."""
    return [member.job for member in members(log) if member.has_basis]


def candidates(child: Child, unit: Unit) -> QuerySet[Employment]:
    """Those who may join: the unit's own staff, and the services with a consent now."""
    services = child.consents.standing().values("service")
    may = Q(unit=unit) | Q(unit__service__in=services)
    return serving(child).filter(may)


def serving(child: Child) -> QuerySet[Employment]:
    """Everyone who works in a service of the child's municipality."""
    services = child.municipality.services.values("pk")
    current = Employment.objects.current().filter(unit__service__in=services)
    return current.for_choice()


def by_consent(child: Child, service: Service) -> list[Participation]:
    """Those on the team who see the child by this service's consent and nothing else.

    Nobody, when no consent for the service stands now.
    """
    if not child.consents.standing().filter(service=service).exists():
        return []
    parts = Participation.objects.current().filter(
        log__child=child, log__closed_at=None, employment__unit__service=service
    )
    others = parts.filter(statute="").exclude(employment__unit=F("log__unit"))
    return list(others.for_team())


def without(people: Iterable[Employment], *, but: Iterable[UUID]) -> list[Employment]:
    """The same people, except those users."""
    left_out = set(but)
    return [job for job in people if job.user_id not in left_out]


def _standing(child: Child) -> dict[UUID, Consent]:
    return {consent.service_id: consent for consent in child.consents.standing()}


def _member(part: Participation, own: UUID, consents: dict[UUID, Consent]) -> Member:
    job = part.employment
    if job.unit_id == own:
        return Member(part, Why.OWN_UNIT)
    if consent := consents.get(job.unit.service_id):
        since = None if consent.earlier else consent.effective_at
        return Member(part, Why.CONSENT, consent.expires_at, since)
    return Member(part, Why.LAW if part.statute else Why.NONE)
