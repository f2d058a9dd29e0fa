"""Who may write the municipality's own words: its profile."""

from django.db.models import Q

from laget.access.rules import Action, allow
from laget.accounts.models import User
from laget.organisation.models import Appointment, Employment, Municipality, Trust

OVERVIEW = Action("administer", User, is_noted=False)  # about no child
EDIT = Action("edit", Municipality, is_noted=False)  # every version is kept instead


@allow(OVERVIEW)
def administrator(user: User) -> Q:
    """Whoever a municipality has appointed as its administrator."""
    mine = Appointment.objects.of(user, Trust.ADMINISTRATOR)
    working = Employment.objects.current().filter(user=user)
    return Q(pk__in=working.filter(user__in=mine.values("user")).values("user"))


@allow(EDIT)
def its_administrator(user: User) -> Q:
    """The administrators of that municipality."""
    mine = Appointment.objects.of(user, Trust.ADMINISTRATOR)
    working = Employment.objects.current().filter(user=user)
    return Q(pk__in=mine.filter(user__in=working.values("user")).values("municipality"))
