"""What a leader may do with a log of the unit that is left lying: to hand it on."""

from django.db.models import Q
from django.db.models.expressions import RawSQL

from laget.access.rules import Action, allow
from laget.accounts.models import User
from laget.logs.models import Log

HAND_ON = Action("hand_on", Log, related=("holder",))


@allow(HAND_ON)
def leader_of_one_left_lying(user: User) -> Q:
    """The unit's leader, when the holder has gone, is long away, or lost the basis."""
    return Q(pk__in=RawSQL("SELECT left_lying_logs()", ()))
