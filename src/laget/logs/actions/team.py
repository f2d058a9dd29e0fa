"""Who joins the team, and who leaves it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.consents.models import Consent
from laget.kernel import RuleBroken, clock
from laget.logs.actions.locking import (
    lock_open,
    must_have_basis,
    must_not_be_family,
)
from laget.logs.joining import by_consent
from laget.logs.models import Log, Participation
from laget.messaging.models import queue
from laget.organisation.models import Employment


@transaction.atomic
def invite(log: Log, *, employment: Employment, statute: str = "") -> Participation:
    """Bring someone onto the team: their own unit's task, a consent, or a named law."""
    lock_open(log)
    must_not_be_family(log.child, employment.user)
    if not statute:
        must_have_basis(log.child, log.unit, employment)
    if log.participations.filter(employment=employment, left_at=None).exists():
        raise RuleBroken(_("This person is already on the team."))
    part = Participation.objects.create(log=log, employment=employment, statute=statute)
    note("team.joined", log, object=part, person=str(employment.user_id))
    queue("you_are_on_a_team", to=employment.user, log=log.pk)
    return part


@transaction.atomic
def leave(part: Participation) -> None:
    """Leave the team. The holder hands over the baton first."""
    _end(part)


@transaction.atomic
def remove(part: Participation) -> None:
    """The holder takes someone off the team."""
    _end(part)


@contextmanager
def telling_who_loses_sight(consent: Consent, *, by: User) -> Iterator[None]:
    """Tell those who saw a log by this service's consent, and after the block do not.

    They are read before, since afterwards one may not see them oneself.
    """
    child, service = consent.child, consent.service
    saw = by_consent(child, service)
    yield
    if saw and not child.consents.standing().filter(service=service).exists():
        for part in saw:
            if part.employment.user_id != by.pk:
                queue("you_see_it_no_more", to=part.employment.user)


def _end(part: Participation) -> None:
    lock_open(part.log)
    part.lock()
    if part.left_at:
        raise RuleBroken(_("This person has already left the team."))
    if part.employment.user_id == part.log.holder_id:
        raise RuleBroken(_("The holder cannot leave. Hand over the log first."))
    if _owns_something(part):
        raise RuleBroken(
            _("This person is responsible for something. Give it to another first.")
        )
    note("team.left", part.log, object=part, person=str(part.employment.user_id))
    part.left_at = clock.now()
    part.save(update_fields=["left_at"])


def _owns_something(part: Participation) -> bool:
    user, log = part.employment.user_id, part.log
    return (
        log.interventions.open().filter(owner=user).exists()
        or log.goals.open().filter(owner=user).exists()
    )
