"""Everything that can happen to an offer: it is made, answered, or not made and why."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.kernel import RuleBroken, clock
from laget.logs.actions.locking import lock_open, must_be_to_come
from laget.logs.models import Log
from laget.rights.models import Offer, OfferRule, Said
from laget.rights.models.offer import OPEN
from laget.rights.offering import Due, due_in

AGAIN = timedelta(days=14)  # when the family is asked again, if nothing else is said


@transaction.atomic
def make_offer(
    log: Log,
    rule: OfferRule,
    *,
    offered_on: date,
    told: str,
    by: User,
    said: Said = Said.WAITS,
    words: str = "",
    next_on: date | None = None,
) -> Offer:
    """It has been offered: on which day, to whom, and what they said, if anything.

    Raises RuleBroken when it is no occasion for it, or it was offered already.
    """
    lock_open(log)
    _must_have_happened(offered_on)
    if said == Said.NOT_OFFERED or not told.strip():
        raise RuleBroken(_("Write who was told."))
    made = _begun(log, rule, by, offered_on=offered_on, told=told)
    note("offer.made", log, object=made)
    if said:
        _answered(made, said, clock.today(), words, next_on)
    else:
        made.next_on = _next(next_on)
    made.save(force_insert=True)
    return made


@transaction.atomic
def do_not_offer(log: Log, rule: OfferRule, *, reason: str, by: User) -> Offer:
    """It is not offered at this occasion; the reason is kept."""
    lock_open(log)
    if not reason.strip():
        raise RuleBroken(_("Write why it is not offered."))
    made = _begun(log, rule, by, said=Said.NOT_OFFERED, words=reason)
    made.save(force_insert=True)
    note("offer.not_made", log, object=made)
    return made


@transaction.atomic
def answer_offer(
    offer: Offer,
    *,
    said: Said,
    said_on: date,
    words: str = "",
    next_on: date | None = None,
) -> None:
    """What the family says. Who wants to think about it is asked again on a date."""
    lock_open(offer.log)
    offer.lock()
    if not offer.is_open:
        raise RuleBroken(_("The family has answered this already."))
    _must_have_happened(said_on)
    _answered(offer, said, said_on, words, next_on)
    offer.save(update_fields=["said", "said_on", "words", "next_on"])


def _begun(
    log: Log,
    rule: OfferRule,
    by: User,
    *,
    offered_on: date | None = None,
    told: str = "",
    said: Said = Said.WAITS,
    words: str = "",
) -> Offer:
    waits = _waiting(log, rule)
    return Offer(
        log=log,
        rule=rule,
        occasion_at=waits.occasion_at,
        made_by=by,
        offered_on=offered_on,
        told=told,
        said=said,
        words=words,
    )


def _waiting(log: Log, rule: OfferRule) -> Due:
    """Raises RuleBroken when nothing is to be offered by this rule now."""
    for one in due_in(log):
        if one.rule == rule.pk and one.offer is None:
            return one
    raise RuleBroken(_("This has been offered already, or is not to be offered now."))


def _answered(
    offer: Offer, said: Said, on: date, words: str, next_on: date | None
) -> None:
    if said not in (Said.YES, Said.NO, Said.THINKS):
        raise RuleBroken(_("Say what the family answered."))
    offer.said, offer.said_on, offer.words = said, on, words
    offer.next_on = _next(next_on) if said in OPEN else None
    note("offer.answered", offer.log, object=offer, said=said)


def _next(on: date | None) -> date:
    chosen = on or clock.today() + AGAIN
    must_be_to_come(chosen)
    return chosen


def _must_have_happened(on: date) -> None:
    if on > clock.today():
        raise RuleBroken(_("The day is still to come. Choose today or earlier."))
