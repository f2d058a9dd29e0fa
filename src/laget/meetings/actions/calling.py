"""A meeting is called, moved, or called off; one more is asked, or not any more."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.children.models import Child, Guardianship
from laget.kernel import RuleBroken, clock
from laget.logs.actions.locking import lock_open
from laget.logs.models import Log
from laget.meetings import who
from laget.meetings.actions import locking
from laget.meetings.actions.telling import standing, tell, tell_these
from laget.meetings.models import Coming, Invitation, Meeting
from laget.organisation.models import Employment


@transaction.atomic
def call(
    log: Log,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    why: str,
    guardians: Iterable[Guardianship] = (),
    team: Iterable[Employment] = (),
    child: bool = False,
    by: User,
) -> Meeting:
    """Ask people to meet about the child. Whoever calls it comes, if they are asked.

    Raises RuleBroken when the time has passed, when nobody is asked, and for one of the
    family who may not be asked, with because of what.
    """
    lock_open(log)
    locking.must_be_to_come(starts_at, ends_at)
    meeting = Meeting(log=log, called_by=by, starts_at=starts_at, ends_at=ends_at)
    meeting.place, meeting.why = place, why
    meeting.save(force_insert=True)
    note("meeting.called", meeting)
    asked = _ask(meeting, guardians, team, child, by)
    if not asked:
        raise RuleBroken(_("Choose who is asked to come."))
    tell_these(asked, "called", by=by)
    return meeting


@transaction.atomic
def invite(
    meeting: Meeting,
    *,
    guardians: Iterable[Guardianship] = (),
    team: Iterable[Employment] = (),
    child: bool = False,
    by: User,
) -> None:
    """Ask more people to a meeting that is ahead; also those who were asked before."""
    locking.lock_standing(meeting)
    locking.must_be_ahead(meeting)
    asked = _ask(meeting, guardians, team, child, by)
    note("meeting.invited", meeting)
    tell_these(asked, "called", by=by)


@transaction.atomic
def take_back(invitation: Invitation, *, by: User) -> None:
    """Somebody is not asked any more: a guardian then finds no trace of the meeting."""
    meeting = invitation.meeting
    locking.lock_standing(meeting)
    locking.must_be_ahead(meeting)
    invitation.lock()
    if invitation.withdrawn_at:
        raise RuleBroken(_("This person is not asked any more."))
    note("meeting.not_asked", meeting)
    invitation.withdrawn_at = clock.now()
    invitation.save(update_fields=["withdrawn_at"])
    tell_these([invitation], "not_yours", by=by)


@transaction.atomic
def move(
    meeting: Meeting,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    why: str,
    sequence: int | None = None,
    by: User,
) -> None:
    """Another time or place, or other words. For another time, all are asked anew.

    `sequence` is the one that was on the page: raises RuleBroken when somebody else has
    changed the meeting since.
    """
    locking.lock_standing(meeting)
    locking.must_be_ahead(meeting)
    if sequence is not None and sequence != meeting.sequence:
        raise RuleBroken(_("Somebody else has just changed the meeting. Look first."))
    is_new = (starts_at, ends_at) != (meeting.starts_at, meeting.ends_at)
    if is_new:
        locking.must_be_to_come(starts_at, ends_at)
        _ask_anew(meeting)
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    meeting.place, meeting.why = place, why
    _save(meeting, "starts_at", "ends_at", "place", "why")
    note("meeting.moved", meeting)
    tell(meeting, "moved", by=by)


@transaction.atomic
def cancel(meeting: Meeting, *, why: str, by: User) -> None:
    """Call the meeting off, and say why to all who were asked."""
    locking.lock_standing(meeting)
    locking.must_be_ahead(meeting)
    meeting.cancelled_at, meeting.cancelled_why = clock.now(), why
    _save(meeting, "cancelled_at", "cancelled_why")
    note("meeting.called_off", meeting)
    tell(meeting, "called_off", by=by)


def _save(meeting: Meeting, *fields: str) -> None:
    meeting.sequence += 1
    meeting.save(update_fields=[*fields, "sequence"])


def _ask(
    meeting: Meeting,
    guardians: Iterable[Guardianship],
    team: Iterable[Employment],
    child: bool,
    by: User,
) -> list[Invitation]:
    """Those who were not asked already."""
    guardians = list(guardians)
    _must_be_theirs_to_come(meeting.log.child, guardians, child)
    known = {_whom(each): each for each in meeting.invitations.all()}
    wanted = [
        *(Invitation(meeting=meeting, guardian=each) for each in guardians),
        *(Invitation(meeting=meeting, employment=each) for each in team),
        *([Invitation(meeting=meeting)] if child else []),
    ]
    return [
        _asked(new, known.get(_whom(new)), by)
        for new in wanted
        if _whom(new) not in known or known[_whom(new)].withdrawn_at
    ]


def _must_be_theirs_to_come(
    about: Child, guardians: list[Guardianship], child: bool
) -> None:
    """Who of a family may be asked is in one table, the same as for consents."""
    wanted: list[Guardianship | None] = [*guardians, *([None] if child else [])]
    if not wanted:
        return
    asked = [each for each in who.in_the_family(about) if each.guardian in wanted]
    if len(asked) < len(set(wanted)):
        raise RuleBroken(_("This person is no guardian of the child."))
    if said := who.why_not(asked):
        raise RuleBroken(said)


def _asked(new: Invitation, before: Invitation | None, by: User) -> Invitation:
    if before:
        before.withdrawn_at = None
        before.save(update_fields=["withdrawn_at"])
        return before
    if new.employment and new.employment.user_id == by.pk:
        new.answer, new.answered_at = Coming.YES, clock.now()
    new.save(force_insert=True)
    return new


def _whom(invitation: Invitation) -> tuple[object, object]:
    return invitation.guardian_id, invitation.employment_id


def _ask_anew(meeting: Meeting) -> None:
    """What was answered was for another time."""
    for each in standing(meeting):
        each.answer, each.words, each.answered_at = "", "", None
        each.save(update_fields=["answer", "words", "answered_at"])
