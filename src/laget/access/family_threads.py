"""What one of the family may do with messages to the team, and how they are told."""

from django.db.models import Q

from laget.access.rules import Action, allow, seen
from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel.acting import Role
from laget.logs.models import Log
from laget.messaging.models import Message
from laget.threads.models import Post, Thread

CHILD = ("municipality",)
THREAD = ("log__child__municipality", "log__unit__service", "log__holder")

LIST = Action("messages", Child, Role.FAMILY, CHILD)
START = Action("write_to_team", Child, Role.FAMILY, CHILD)
READ, WRITE = (Action(v, Thread, Role.FAMILY, THREAD) for v in ("read", "write"))
KEEP_START = Action("keep_to_team", Child, Role.FAMILY, CHILD, is_noted=False)
KEEP = Action("keep", Thread, Role.FAMILY, THREAD, is_noted=False)
RECALL = Action("recall", Post, Role.FAMILY, ("thread__log",))
NOTICES = Action("notices", User, Role.FAMILY, is_noted=False)
READ_NOTICE = Action("read", Message, Role.FAMILY, is_noted=False)
REACH = Action("reach_me", User, Role.FAMILY, is_noted=False)
NEEDS = Action("say_needs", User, Role.FAMILY, is_noted=False)

for _action in (LIST, READ, NOTICES, REACH, NEEDS):
    allow(_action)(seen)


@allow(START)
@allow(KEEP_START)
def has_a_team(user: User) -> Q:
    """Whoever sees the child's pages, while a follow-up is open."""
    return Q(pk__in=Log.objects.open().values("child"))


@allow(WRITE)
@allow(KEEP)
def in_it(user: User) -> Q:
    """Those who are in it, while the follow-up is open."""
    return Q(log__closed_at=None)


@allow(RECALL)
def writer(user: User) -> Q:
    """The one who wrote it, as family; also when the follow-up is closed."""
    return Q(by=user, as_family=True, recalled_at=None)


@allow(READ_NOTICE)
def addressee(user: User) -> Q:
    """The one it is to."""
    return Q(to=user)
