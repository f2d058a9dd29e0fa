"""The round, each minute: whoever has something new, and is due, is told that there is.

At most once an hour for each person, and not at night. What could not be sent is tried
again, until three days have passed. Acts for one person at a time, as that person: what
they no longer see is not told, and their address is read by nobody else.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import DatabaseError, connection
from django.utils import timezone

from laget.accounts.models import User
from laget.kernel import clock
from laget.kernel.acting import Role, acting, nobody
from laget.messaging import outside
from laget.messaging.models import By, Message, Reach
from laget.messaging.visible import is_at_work, to, visible

GATHERED = timedelta(hours=1)
NIGHT_BEGINS, NIGHT_ENDS = 22, 7  # hours in Norway
AT_WORK_ON_IT = timedelta(minutes=2)  # then another round may take it up
LONGEST_WAIT = timedelta(minutes=10)
UNTIL_GIVEN_UP = timedelta(days=3)
VIA = "tell"
HATS = (Role.FAMILY, Role.STAFF)

logger = logging.getLogger("laget.outside")


def go_round() -> None:
    """Tell each who is due. Where a way is down, the rest wait for the next round."""
    if is_night(clock.now()):
        return
    down: set[str] = set()
    for person in due_people():
        try:
            _tell(person, down)
        except outside.NotSent as error:
            _failed(person)
            down |= {error.by} if error.is_down else set()
            logger.warning("a notice could not leave by %s yet", error.by)
        except DatabaseError as error:
            logger.error("telling %s: %s", person, type(error).__name__)


def is_night(moment: datetime) -> bool:
    """Nobody is woken: from ten in the evening until seven, in Norway."""
    hour = moment.astimezone(timezone.get_default_timezone()).hour
    return hour >= NIGHT_BEGINS or hour < NIGHT_ENDS


def due_people() -> list[UUID]:
    """Who has something that is not told yet, whose turn it is."""
    with nobody(via=VIA), connection.cursor() as cursor:
        cursor.execute("SELECT people_to_tell()")
        return [key for (key,) in cursor.fetchall()]


def _tell(person: UUID, down: set[str]) -> None:
    reach = _take_up(person, down)
    if reach is None:
        return
    due = {role: _due(person, role) for role in HATS}
    seen = sorted(message.pk for _, those in due.values() for message in those)
    if seen:
        key = uuid5(reach.pk, " ".join(map(str, seen)))
        outside.send(reach, language=reach.user.language, key=key)
    for role, (asked, _) in due.items():
        _settle(person, role, [message.pk for message in asked])
    _is_told(person, was_told=bool(seen))


def _take_up(person: UUID, down: set[str]) -> Reach | None:
    """One round at a time works for one person; if it dies, the next takes over."""
    with acting(person, Role.FAMILY, via=VIA):
        due = Reach.objects.filter(user=person, next_at__lte=clock.now())
        open_ways = due.exclude(by__in=[By.NONE, *down]).select_related("user")
        reach = open_ways.select_for_update(of=("self",)).first()
        if reach:
            Reach.objects.filter(pk=reach.pk).update(
                next_at=clock.now() + AT_WORK_ON_IT
            )
        return reach


def _due(person: UUID, role: Role) -> tuple[list[Message], list[Message]]:
    """What is unread, and the part of it that is about what they may see now."""
    with acting(person, role, via=VIA):
        asked = list(to(User(pk=person), role).due())
        may = role == Role.FAMILY or is_at_work()
        return asked, visible(asked) if may else []


def _settle(person: UUID, role: Role, keys: list[UUID]) -> None:
    with acting(person, role, via=VIA):
        Message.objects.filter(pk__in=keys).update(settled_at=clock.now())


def _is_told(person: UUID, *, was_told: bool) -> None:
    now = clock.now()
    again = {"tries": 0, "failing_since": None, "next_at": now}
    if was_told:
        again |= {"told_at": now, "next_at": now + GATHERED, "gave_up_at": None}
    with acting(person, Role.FAMILY, via=VIA):
        Reach.objects.filter(user=person).update(**again)


def _failed(person: UUID) -> None:
    """Again in one, two, four, eight, ten minutes; after three days no more."""
    now = clock.now()
    with acting(person, Role.FAMILY, via=VIA):
        reach = Reach.objects.select_for_update().get(user=person)
        reach.failing_since = reach.failing_since or now
        reach.tries = min(reach.tries + 1, 1000)
        wait = timedelta(minutes=2 ** min(reach.tries - 1, 9))
        reach.next_at = now + min(wait, LONGEST_WAIT)
        is_over = now - reach.failing_since >= UNTIL_GIVEN_UP
        if is_over:
            reach.gave_up_at, reach.failing_since, reach.tries = now, None, 0
        reach.save(update_fields=["failing_since", "tries", "next_at", "gave_up_at"])
    if is_over:
        _give_up(person, reach)


def _give_up(person: UUID, reach: Reach) -> None:
    """Said to whoever runs the installation, and to the person on their own page."""
    for role in HATS:
        with acting(person, role, via=VIA):
            Message.objects.filter(to=person).due().update(settled_at=clock.now())
    logger.error("A notice could not leave by %s in three days; given up.", reach.by)
