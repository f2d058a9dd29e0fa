"""Every morning: what families wait for an answer to finds whoever is to give it."""

import logging

from django.db import DatabaseError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from laget.accounts.models import User
from laget.inquiries.remind import remind
from laget.kernel.acting import Role, acting
from laget.organisation.models import Employment

EARLY = "20 4 * * *"  # UTC: before anyone in Norway is at work
AGAIN = RetryStrategy(max_attempts=5, wait=60, exponential_wait=4)

logger = logging.getLogger("laget.remind")


@app.periodic(cron=EARLY)
@app.task(name="remind_of_inquiries", queueing_lock="remind_of_inquiries", retry=AGAIN)
def remind_of_inquiries(timestamp: int = 0) -> None:
    """One transaction a person: what fails for one is tried again, and stops nobody.

    Raises RuntimeError when somebody could not be reminded; it names nobody.
    """
    failed = sum(not _reminded(person) for person in who_may_answer())
    if failed:
        raise RuntimeError(f"{failed} people could not be reminded.")


def who_may_answer() -> list[User]:
    """Everyone at work: holders answer corrections, and the database knows which."""
    working = Employment.objects.current()
    return list(User.objects.filter(employments__in=working).distinct())


def _reminded(person: User) -> bool:
    try:
        with acting(person.pk, Role.STAFF, via="remind"):
            remind(person)
    except DatabaseError as error:
        logger.error("reminding %s: %s", person.pk, type(error).__name__)
        return False
    return True
