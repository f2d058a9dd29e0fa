"""What the family may do with what is written: have it, correct it, comment on it."""

from django.db.models import Q

from laget.access.rules import Action, Needs, allow, seen
from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel.acting import Role
from laget.voices.models import Comment

WITH = ("municipality",)
DATA = Action("read_data", Child, role=Role.FAMILY, related=WITH)
DOWNLOAD = Action("download", Child, role=Role.FAMILY, related=WITH, needs=Needs.FRESH)
CORRECT = Action("ask_correction", Child, role=Role.FAMILY, related=WITH)
COMMENT = Action("comment", Child, role=Role.FAMILY, related=WITH)
TAKE_AWAY = Action("take_away", Comment, role=Role.FAMILY, related=("child",))

for _action in (DATA, DOWNLOAD, CORRECT, COMMENT):
    allow(_action)(seen)


@allow(TAKE_AWAY)
def writer(user: User) -> Q:
    """The one who wrote it, while it stands."""
    return Q(by=user, removed_at=None)
