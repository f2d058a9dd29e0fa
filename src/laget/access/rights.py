"""Who may do what with a report to child welfare, and with what is to be offered."""

from django.db.models import Q

from laget.access.rules import Action, allow, workable
from laget.accounts.models import User
from laget.logs.models import Log
from laget.rights.models import Offer, Report
from laget.rights.models.offer import OPEN

WITH = ("child", "concern", "employment__unit", "written_by")
LOG = ("child__unit", "child__municipality", "holder", "unit__service")
OFFERED = ("log__child__municipality", "log__holder", "log__unit__service", "rule")

READ = Action("read", Report, related=WITH)
WRITE = Action("write", Report, related=WITH)
SAVE = Action("save", Report, related=WITH, is_noted=False)
SEND = Action("send", Report, related=WITH)
OFFER_WHAT_IS_DUE = Action("offer_what_is_due", Log, related=LOG)
ANSWER_OFFER = Action("answer", Offer, related=OFFERED)


@allow(READ)
def writer(user: User) -> Q:
    """The writer."""
    return Q(written_by=user)


@allow(WRITE)
@allow(SAVE)
@allow(SEND)
def writer_until_sent(user: User) -> Q:
    """The writer, until it has been sent."""
    return Q(written_by=user, sent_at=None)


@allow(OFFER_WHAT_IS_DUE)
def holder(user: User) -> Q:
    """The holder alone, while the log is open and the holder has a basis to see it."""
    return Q(pk__in=workable("logs"), closed_at=None, holder=user)


@allow(ANSWER_OFFER)
def holder_of_its_log(user: User) -> Q:
    """The holder, until the family has answered for good."""
    held = Q(log__in=workable("logs"), log__closed_at=None, log__holder=user)
    return held & Q(said__in=[each.value for each in OPEN])
