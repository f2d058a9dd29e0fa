"""Who may do what with a request for help."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from laget.access.rules import Action, allow, seen
from laget.accounts.models import User
from laget.intake.models import HelpRequest, Routing
from laget.organisation.models import Appointment, Employment, Trust

WITH = ("municipality", "employment__user", "employment__unit")

READ = Action("read", HelpRequest, related=WITH)
LIST = Action("list", HelpRequest)
ROUTE = Action("route", HelpRequest, related=WITH)
TAKE_BACK = Action("take_back", HelpRequest, related=WITH)
ACCEPT = Action("accept", HelpRequest, related=WITH)
SEND_BACK = Action("send_back", HelpRequest, related=WITH)
CONTACT = Action("contact", HelpRequest, related=WITH)
CLOSE = Action("close", HelpRequest, related=WITH)
REPLY_TIMES = Action("reply_times", User)

for _action in (READ, LIST):
    allow(_action)(seen)


def _responsible() -> Q:
    return Q(closed_at=None, pk__in=RawSQL("SELECT responsible_requests()", ()))


def _asked() -> Exists:
    return Exists(Routing.objects.open().filter(request=OuterRef("pk")))


@allow(CONTACT)
def who_answers_for_it(user: User) -> Q:
    """Whoever answers for it: triage, or the one who accepted it and their leader."""
    return _responsible()


@allow(ROUTE)
@allow(CLOSE)
def who_answers_for_it_alone(user: User) -> Q:
    """Whoever answers for it, while no unit is asked to take it."""
    return _responsible() & ~Q(_asked())


@allow(TAKE_BACK)
def who_answers_for_what_is_asked(user: User) -> Q:
    """Whoever answers for it, while a unit is asked and has not answered."""
    return _responsible() & Q(_asked())


@allow(ACCEPT)
@allow(SEND_BACK)
def asked_unit(user: User) -> Q:
    """Whoever works in the unit that is asked, until somebody there has answered."""
    mine = Employment.objects.current().filter(user=user)
    asked = Routing.objects.open().filter(to_unit__in=mine.values("unit"))
    return Q(closed_at=None, pk__in=asked.values("request"))


@allow(REPLY_TIMES)
def triage_or_leader(user: User) -> Q:
    """Whoever answers requests for help for a municipality, or leads a unit today."""
    working = Employment.objects.current().filter(user=user)
    leading = Employment.objects.leading().filter(user=user)
    trusted = Appointment.objects.of(user, Trust.TRIAGE)
    return Q(pk__in=leading.values("user")) | Q(pk__in=trusted.values("user")) & Q(
        pk__in=working.values("user")
    )
