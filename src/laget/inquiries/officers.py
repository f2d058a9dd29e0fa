"""Who looks into what a family wonders about, or has wrong written about it."""

from uuid import UUID

from django.db.models import QuerySet

from laget.accounts.models import User
from laget.children.models import Child
from laget.logs.models import Log
from laget.organisation.models import Appointment, Employment, Municipality, Trust


def officers(place: Municipality, *, about: UUID | None = None) -> QuerySet[User]:
    """Those who are data-protection officers there today; never the one it is about."""
    every = _trusted(place, Trust.PRIVACY)
    return every.exclude(pk=about) if about else every


def administrators(place: Municipality) -> QuerySet[User]:
    """Those who find an officer, where there is none."""
    return _trusted(place, Trust.ADMINISTRATOR)


def holder_of(child: Child) -> User | None:
    """Who answers for what is written about the child, while there is an open log."""
    log = Log.objects.open().filter(child=child).select_related("holder").first()
    return log.holder if log else None


def _trusted(place: Municipality, trust: Trust) -> QuerySet[User]:
    trusted = Appointment.objects.current().filter(municipality=place, trust=trust)
    working = Employment.objects.current().filter(user__in=trusted.values("user"))
    return User.objects.filter(pk__in=working.values("user")).order_by("name", "pk")
