"""The guest's chair: given by the holder, taken by one person, ended at any time."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.forms.models import Filled
from laget.kernel import RuleBroken, clock, encryption, identity
from laget.logs.actions.locking import lock_open
from laget.logs.models import Log
from laget.meetings.actions import locking
from laget.meetings.actions.telling import standing
from laget.meetings.models import Meeting, Seat
from laget.messaging.models import queue

LONGEST = timedelta(days=30)
TAKE = "SELECT take_seat(%s)"


@transaction.atomic
def give_seat(
    log: Log,
    *,
    name: str,
    part: str,
    until: datetime,
    meeting: Meeting | None = None,
    paper: Filled | None = None,
    number: str = "",
    key: UUID | None = None,
    by: User,
) -> tuple[Seat, str]:
    """Let one from outside in to one meeting or one form, and tell the family.

    Answers the chair and the link's secret, which is kept nowhere: only its hash is.
    With `number`, only the person with that national identity number can take it. It
    lasts at most 30 days after the meeting, or from now for a form.
    Raises RuleBroken for a number that cannot be one, and for a time that cannot be.
    """
    lock_open(log)
    if meeting:
        locking.must_be_ahead(meeting)
    _must_last_a_while(until, meeting)
    link = secrets.token_urlsafe(32)
    seat = Seat(pk=key or uuid4(), child_id=log.child_id, log=log, given_by=by)
    seat.meeting, seat.paper, seat.until = meeting, paper, until
    seat.name, seat.part = name, part
    seat.number_index, seat.link_hash = _index(number), hashed(link)
    seat.save(force_insert=True)
    note("seat.given", seat, until=until.isoformat())
    _tell_family(seat)
    return seat, link


@transaction.atomic
def end_seat(seat: Seat) -> None:
    """The guest sees nothing any more, from this moment."""
    seat.lock()
    if seat.ended_at:
        raise RuleBroken(_("This has already ended."))
    seat.ended_at = clock.now()
    seat.save(update_fields=["ended_at"])
    note("seat.ended", seat)


@transaction.atomic
def take_seat(link: str) -> Seat | None:
    """Sit down with the link one was given; None where it opens nothing for them.

    The database decides, and binds the chair to the first who comes. For a link that
    never was, has ended, or is another's, the answer is the same.
    """
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [hashed(link)])
        (key,) = cursor.fetchone()
    if key is None:
        return None
    seat = Seat.objects.select_related("given_by").get(pk=key)
    note("seat.taken", seat)
    told = f"seat {seat.pk}"
    queue("a_seat_is_taken", to=seat.given_by, once=told, log=seat.log_id)
    return seat


def hashed(link: str) -> str:
    """The link is 256 bits of chance: a plain hash of it tells nothing."""
    return sha256(link.encode()).hexdigest()


def latest_end(meeting: Meeting | None) -> datetime:
    """The last moment a chair can be given until."""
    return max(clock.now(), meeting.ends_at if meeting else clock.now()) + LONGEST


def _must_last_a_while(until: datetime, meeting: Meeting | None) -> None:
    if until <= clock.now():
        raise RuleBroken(_("Choose a time to come."))
    if until > latest_end(meeting):
        raise RuleBroken(_("A guest is let in for at most 30 days."))


def _index(number: str) -> str:
    digits = identity.only_digits(number)
    if digits and not identity.is_valid(digits):
        raise RuleBroken(_("This is not a valid national identity number."))
    return encryption.index(digits) if digits else ""


def _tell_family(seat: Seat) -> None:
    """Whoever in the family sees what the guest is let in to."""
    for user in _family(seat):
        queue("a_guest_is_let_in", to=user, child=seat.child_id)


def _family(seat: Seat) -> list[User]:
    if seat.meeting:
        asked = [one for one in standing(seat.meeting) if not one.employment_id]
        return [one.person for one in asked if one.person]
    child = seat.log.child
    theirs = child.guardianships.current().filter(may_see=True).exclude(user=None)
    people = [each.user for each in theirs.select_related("user") if each.user]
    return [*people, *([child.account] if child.account else [])]
