"""Every morning: families are told of consents that run out. One person at a time."""

import logging

from django.db import DatabaseError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from laget.accounts.models import User
from laget.consents.remind import remind
from laget.kernel.acting import Role, acting

EARLY = "30 4 * * *"  # UTC: what it says leaves the house by day
AGAIN = RetryStrategy(max_attempts=5, wait=60, exponential_wait=4)

logger = logging.getLogger("laget.remind")


@app.periodic(cron=EARLY)
@app.task(name="remind_families", queueing_lock="remind_families", retry=AGAIN)
def remind_families(timestamp: int = 0) -> None:
    """One transaction a person: what fails for one is tried again, and stops nobody.

    Raises RuntimeError when somebody could not be reminded; it names nobody.
    """
    failed = sum(not _reminded(person) for person in list(User.objects.all()))
    if failed:
        raise RuntimeError(f"{failed} people could not be reminded.")


def _reminded(person: User) -> bool:
    """Also who works here may be somebody's parent: each is asked as at home."""
    try:
        with acting(person.pk, Role.FAMILY, via="remind"):
            remind(person)
    except DatabaseError as error:
        logger.error("reminding %s: %s", person.pk, type(error).__name__)
        return False
    return True
