"""Who in the family may see who has looked, and ask why."""

from django.db.models import Q

from laget.access.rules import Action, allow, seen
from laget.accounts.models import User
from laget.children.models import Child
from laget.inquiries.models import Inquiry
from laget.kernel.acting import Role

WITH = ("municipality",)
LOOKED = Action("who_looked_family", Child, role=Role.FAMILY, related=WITH)
# Says only that there is something new to see; the page that shows it is noted.
ANYTHING_NEW = Action("looked_since", Child, role=Role.FAMILY, is_noted=False)
WONDER = Action("wonder", Child, role=Role.FAMILY, related=WITH)
READ_OWN = Action(
    "read_own",
    Inquiry,
    role=Role.FAMILY,
    related=("child__municipality", "answered_by"),
)

for _action in (LOOKED, ANYTHING_NEW, WONDER):
    allow(_action)(seen)


@allow(READ_OWN)
def asker(user: User) -> Q:
    """The one who asked it."""
    return Q(by=user)
