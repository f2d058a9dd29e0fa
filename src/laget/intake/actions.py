"""What becomes of a request for help: sent on, accepted or returned, and answered."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.intake.models import Contact, HelpRequest, Outcome, Routing
from laget.kernel import RuleBroken, clock
from laget.messaging.models import queue
from laget.organisation.models import Employment, Unit


@transaction.atomic
def route(request: HelpRequest, *, to: Unit, words: str = "", by: User) -> Routing:
    """Ask a unit to take it. Whoever asks stays responsible until they have accepted.

    Raises RuleBroken while another unit is asked, and where nobody is at work.
    """
    _lock_open(request)
    if request.routings.open().exists():
        raise RuleBroken(_("Another unit is asked already. Take that back first."))
    there = Employment.objects.present().filter(unit=to)
    people = [job.user for job in there.select_related("user")]
    if not people:
        raise RuleBroken(_("Nobody is at work in that unit now. Choose another."))
    asked = Routing.objects.create(
        request=request, from_unit=request.unit, to_unit=to, given_by=by, words=words
    )
    note("request.routed", request, object=asked, to=str(to.pk))
    for person in people:
        if person != by:
            queue("a_unit_is_asked_to_help", to=person, helprequest=request.pk)
    return asked


@transaction.atomic
def take_back(request: HelpRequest, *, by: User) -> None:
    """The unit is no longer asked: nobody there has answered."""
    _lock_open(request)
    asked = _asked(request)
    note("request.taken_back", request, object=asked)
    _answer(asked, accepted=None)


@transaction.atomic
def accept(request: HelpRequest, *, by: Employment, next_on: date) -> None:
    """Somebody of the unit takes it: from now it is theirs to answer.

    Raises RuleBroken when someone else was first, or it was taken back.
    """
    _lock_open(request)
    asked = _asked(request)
    _not_in_the_past(next_on)
    note("request.accepted", request, object=asked, by=str(by.pk))
    request.employment, request.next_on = by, next_on
    request.save(update_fields=["employment", "next_on"])
    _answer(asked, accepted=True, by=by)
    if asked.given_by_id != by.user_id:
        queue("a_request_was_accepted", to=asked.given_by)


@transaction.atomic
def send_back(request: HelpRequest, *, reason: str, by: Employment) -> None:
    """The unit is not the right one, and says why: it lies where it was, as before."""
    _lock_open(request)
    asked = _asked(request)
    note("request.returned", request, object=asked, by=str(by.pk))
    queue("a_request_was_returned", to=asked.given_by, helprequest=request.pk)
    _answer(asked, accepted=False, by=by, reason=reason)


@transaction.atomic
def record_contact(
    request: HelpRequest,
    *,
    reached: bool,
    told_who: bool = False,
    words: str = "",
    next_on: date,
    by: User,
) -> Contact:
    """Write down a try to reach who asked; the first time reached is the answer."""
    _lock_open(request)
    _not_in_the_past(next_on)
    tried = Contact.objects.create(
        request=request,
        by=by,
        reached=reached,
        told_who=told_who and reached,
        words=words,
    )
    request.next_on = next_on
    if reached and request.answered_at is None:
        request.answered_at = clock.now()
    request.save(update_fields=["next_on", "answered_at"])
    note("request.contact", request, object=tried, reached=reached)
    return tried


@transaction.atomic
def close(request: HelpRequest, *, outcome: Outcome, words: str = "", by: User) -> None:
    """It is answered, or cannot be. Somebody must have tried first."""
    _lock_open(request)
    if request.routings.open().exists():
        raise RuleBroken(
            _("A unit is asked, and has not answered. Take it back first.")
        )
    if outcome.needs_an_answer and request.answered_at is None:
        raise RuleBroken(
            _("Nobody has spoken with the one who asked yet. Do it first.")
        )
    if outcome is Outcome.NOT_REACHED and not request.contacts.exists():
        raise RuleBroken(_("Try to reach them first, and write it down."))
    request.closed_at, request.closed_by = clock.now(), by
    request.outcome, request.closed_words = outcome, words
    request.save(update_fields=["closed_at", "closed_by", "outcome", "closed_words"])
    note("request.closed", request, outcome=outcome)


def _answer(
    asked: Routing,
    *,
    accepted: bool | None,
    by: Employment | None = None,
    reason: str = "",
) -> None:
    asked.accepted, asked.answered_by, asked.reason = accepted, by, reason
    asked.answered_at = clock.now()
    asked.save(update_fields=["accepted", "answered_by", "reason", "answered_at"])


def _asked(request: HelpRequest) -> Routing:
    asked = request.routings.open().select_related("given_by").first()
    if asked is None:
        raise RuleBroken(
            _("Somebody else was first, or it was taken back. It is taken care of.")
        )
    return asked


def _not_in_the_past(day: date) -> None:
    if day < clock.today():
        raise RuleBroken(_("The next date has passed already. Choose one to come."))


def _lock_open(request: HelpRequest) -> None:
    """Raises RuleBroken when it is closed, or became somebody else's meanwhile."""
    try:
        request.lock()
    except HelpRequest.DoesNotExist:
        raise RuleBroken(
            _("Somebody else was first, or it was taken back. It is taken care of.")
        ) from None
    if not request.is_open:
        raise RuleBroken(_("This request is closed."))
