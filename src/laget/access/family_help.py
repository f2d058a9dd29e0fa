"""Who asks for help while logged in as a person, and follows what becomes of it."""

from django.db.models import Q

from laget.access.rules import Action, Needs, allow, seen
from laget.accounts.models import User
from laget.children.models import Child
from laget.intake.models import HelpRequest
from laget.kernel.acting import Role

# About nobody yet: what is asked is noted with the one who asks.
ASK = Action("ask_for_help", User, role=Role.FAMILY, is_noted=False, needs=Needs.ANY)
ASK_FOR = Action("help", Child, role=Role.FAMILY, related=("municipality",))
FOLLOW = Action(
    "follow",
    HelpRequest,
    role=Role.FAMILY,
    related=("municipality", "employment__unit__service"),
    is_noted=False,  # noted with the one who asked: staff's lines are not theirs
)

allow(ASK_FOR)(seen)


@allow(ASK)
def anyone(user: User) -> Q:
    """Anyone who has logged in as a person, also with no child here."""
    return Q()


@allow(FOLLOW)
def asker(user: User) -> Q:
    """The one who asked."""
    return Q(account=user)
