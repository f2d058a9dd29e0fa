"""Triage is told at once that somebody asks; every morning, of what is overdue."""

import logging
from collections.abc import Callable, Iterable
from uuid import UUID

from django.db import DatabaseError, connection
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from laget.accounts.models import User
from laget.intake.remind import remind, tell
from laget.kernel.acting import Role, acting
from laget.organisation.models import Employment, Trust

EARLY = "10 4 * * *"  # UTC: before anyone in Norway is at work
AGAIN = RetryStrategy(max_attempts=5, wait=60, exponential_wait=4)

logger = logging.getLogger("laget.remind")


@app.task(name="tell_triage", retry=AGAIN)
def tell_triage(municipality: str) -> None:
    """Those who answer requests for help there are told. May run twice."""
    at_work = Employment.objects.current().values("user")
    trusted = User.objects.filter(
        appointments__municipality=UUID(municipality),
        appointments__trust=Trust.TRIAGE,
        appointments__ended_at=None,
        pk__in=at_work,
    )
    _each(trusted, tell)


@app.periodic(cron=EARLY)
@app.task(name="remind_of_requests", queueing_lock="remind_of_requests", retry=AGAIN)
def remind_of_requests(timestamp: int = 0) -> None:
    """One transaction a person: what fails for one is tried again, and stops nobody."""
    working = Employment.objects.current().filter(unit__service__takes_requests=True)
    trusted = User.objects.filter(
        appointments__trust=Trust.TRIAGE, appointments__ended_at=None
    )
    everyone = User.objects.filter(pk__in=working.values("user")) | trusted
    _each(everyone.distinct(), remind)


@app.periodic(cron="40 * * * *")
@app.task(name="forget_knocks", queueing_lock="forget_knocks")
def forget_knocks(timestamp: int = 0) -> None:
    """What stood for an address is thrown away within two hours."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT forget_knocks()")


def _each(people: Iterable[User], do: Callable[[User], None]) -> None:
    """Raises RuntimeError when somebody could not be told; it names nobody."""
    failed = sum(not _done(person, do) for person in people)
    if failed:
        raise RuntimeError(f"{failed} people could not be told.")


def _done(person: User, do: Callable[[User], None]) -> bool:
    try:
        with acting(person.pk, Role.STAFF, via="remind"):
            do(person)
    except DatabaseError as error:
        logger.error("telling %s: %s", person.pk, type(error).__name__)
        return False
    return True
