"""The baton: offered, then accepted or declined. Until then the giver holds the log."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.kernel import RuleBroken, clock
from laget.logs.actions.locking import (
    lock_open,
    must_have_basis,
    must_not_be_family,
)
from laget.logs.models import Handover, Log, Participation
from laget.messaging.models import queue
from laget.organisation.models import Employment


@transaction.atomic
def offer(
    log: Log,
    *,
    to: Employment,
    reason: str,
    must_know: str = "",
    from_on: date | None = None,
    by: User,
) -> Handover:
    """Offer the baton to someone whose unit or service may have it.

    The holder offers it; a leader does so for a holder who has gone or is long away.
    Raises RuleBroken when it is offered already, or the family has not said yes.
    """
    lock_open(log)
    if log.handovers.open().exists():
        raise RuleBroken(_("The log has already been offered to somebody."))
    if to.ended_at or to.user_id == log.holder_id:
        raise RuleBroken(_("Choose somebody who works there and does not hold it."))
    if by.pk == log.holder_id:  # a leader cannot see the consents; accepting asks again
        must_have_basis(log.child, log.unit, to)
    handover = Handover.objects.create(
        log=log,
        to=to,
        reason=reason,
        must_know=must_know,
        from_on=from_on,
        offered_by=by,
    )
    note("handover.offered", log, object=handover, to=str(to.user_id))
    queue("a_log_is_offered_to_you", to=to.user, log=log.pk, handover=handover.pk)
    return handover


@transaction.atomic
def accept(handover: Handover) -> None:
    """From now on the one who was asked holds the log, and is on the team."""
    log, to, before = handover.log, handover.to, handover.log.holder
    _lock_unanswered(handover)
    if to.ended_at:
        raise RuleBroken(_("This person no longer works there."))
    log.holder, log.held_since = to.user, clock.now()
    log.save(update_fields=["holder", "held_since"])
    _join(log, to)
    must_not_be_family(log.child, to.user)
    must_have_basis(log.child, log.unit, to)
    _put_answer(handover, accepted=True, at=log.held_since)
    note("handover.accepted", log, object=handover)
    for user in {handover.offered_by, before} - {to.user}:
        queue("your_log_was_taken_over", to=user, log=log.pk, handover=handover.pk)


@transaction.atomic
def decline(handover: Handover, *, answer: str = "") -> None:
    """Say no to the baton, and why. The giver holds it as before."""
    _lock_unanswered(handover)
    note("handover.declined", handover.log, object=handover)
    queue("your_log_is_still_yours", to=handover.offered_by, handover=handover.pk)
    _put_answer(handover, accepted=False, answer=answer)


@transaction.atomic
def take_back(handover: Handover) -> None:
    """The giver no longer offers it."""
    _lock_unanswered(handover)
    _put_answer(handover, accepted=False)
    note("handover.taken_back", handover.log, object=handover)
    queue("an_offer_was_taken_back", to=handover.to.user, handover=handover.pk)


def answer_open_offers(log: Log) -> None:
    """A log that is closed is offered to nobody."""
    for handover in log.handovers.open():
        _put_answer(handover, accepted=False)


def _lock_unanswered(handover: Handover) -> None:
    """Each offer is answered once, and never at the same time as its log is closed."""
    lock_open(handover.log)
    try:
        handover.lock()
    except Handover.DoesNotExist as gone:  # answered, and so no longer to be seen
        raise RuleBroken(_("The offer has already been answered.")) from gone
    if handover.answered_at:
        raise RuleBroken(_("The offer has already been answered."))


def _join(log: Log, to: Employment) -> None:
    """On the team, if not already. Who is on it without sight may not take over."""
    if log.participations.filter(employment=to, left_at=None).exists():
        return
    try:
        with transaction.atomic():
            Participation.objects.create(log=log, employment=to)
    except IntegrityError as hidden:
        raise RuleBroken(
            _("The family has not said yes to this service. Ask for consent first.")
        ) from hidden


def _put_answer(
    handover: Handover,
    *,
    accepted: bool,
    answer: str = "",
    at: datetime | None = None,
) -> None:
    handover.answered_at, handover.accepted = at or clock.now(), accepted
    handover.answer = answer
    handover.save(update_fields=["answered_at", "accepted", "answer"])
