"""Every morning: each is told what they should know. Acts for one person at a time."""

import logging

from django.db import DatabaseError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from laget.accounts.models import User
from laget.kernel.acting import Role, acting
from laget.logs.remind import remind
from laget.organisation.models import Employment

EARLY = "0 4 * * *"  # UTC: before anyone in Norway is at work
AGAIN = RetryStrategy(max_attempts=5, wait=60, exponential_wait=4)

logger = logging.getLogger("laget.remind")


@app.periodic(cron=EARLY)
@app.task(name="remind_everyone", queueing_lock="remind_everyone", retry=AGAIN)
def remind_everyone(timestamp: int = 0) -> None:
    """One transaction a person: what fails for one is tried again, and stops nobody.

    Raises RuntimeError when somebody could not be reminded; it names nobody.
    """
    failed = sum(not _reminded(person) for person in at_work())
    if failed:
        raise RuntimeError(f"{failed} people could not be reminded.")


def at_work() -> list[User]:
    return list(
        User.objects.filter(employments__in=Employment.objects.current()).distinct()
    )


def _reminded(person: User) -> bool:
    try:
        with acting(person.pk, Role.STAFF, via="remind"):
            remind(person)
    except DatabaseError as error:
        logger.error("reminding %s: %s", person.pk, type(error).__name__)
        return False
    return True
