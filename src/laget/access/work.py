"""What staff may do that is about no child yet: their own day, a new concern."""

from django.db.models import Q

from laget.access.rules import Action, allow
from laget.accounts.models import User
from laget.messaging.models import Message
from laget.organisation.models import Employment

DAY = Action("day", User)
SEARCH = Action("search", User)
INBOX = Action("inbox", User)
WORRY = Action("worry", User)
REGISTER = Action("register", User)
EMERGENCY = Action("emergency", User)
REPORT_ANYONE = Action("report", User)
LEAD = Action("lead", User)
GAPS = Action("gaps", User, is_noted=False)  # about no child
READ_MESSAGE = Action("read", Message, is_noted=False)
MANAGE_STAFF = Action(
    "manage", Employment, related=("user", "unit"), is_noted=False
)  # about no child: what is done is noted with the leader


@allow(DAY)
@allow(SEARCH)
@allow(INBOX)
@allow(WORRY)
@allow(REGISTER)
@allow(EMERGENCY)
@allow(REPORT_ANYONE)
@allow(GAPS)
def staff(user: User) -> Q:
    """Whoever works in a unit today."""
    working = Employment.objects.current().filter(user=user)
    return Q(pk__in=working.values("user"))


@allow(LEAD)
def leader(user: User) -> Q:
    """Whoever leads a unit today."""
    leading = Employment.objects.leading().filter(user=user)
    return Q(pk__in=leading.values("user"))


@allow(MANAGE_STAFF)
def their_leader(user: User) -> Q:
    """The leader of the unit, for those who work there."""
    leading = Employment.objects.leading().filter(user=user)
    return Q(ended_at=None, unit__in=leading.values("unit"))


@allow(READ_MESSAGE)
def addressee(user: User) -> Q:
    """The one it is to."""
    return Q(to=user)
