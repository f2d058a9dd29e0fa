"""Who on the staff may read and write to the family, and how they are told."""

from django.db.models import Q
from django.db.models.expressions import RawSQL

from laget.access.logs import LOG
from laget.access.rules import Action, allow, seen, workable
from laget.access.work import staff
from laget.accounts.models import User
from laget.logs.models import Log
from laget.threads.models import Post, Thread

THREAD = ("log__child__municipality", "log__unit__service", "log__holder")

LIST = Action("messages", Log, related=LOG)
START = Action("write_to_family", Log, related=LOG)
READ, WRITE = (Action(v, Thread, related=THREAD) for v in ("read", "write"))
RECALL = Action("recall", Post, related=("thread__log",))
REACH = Action("reach", User, is_noted=False)

allow(READ)(seen)
allow(REACH)(staff)


@allow(LIST)
def reader(user: User) -> Q:
    """Whoever reads what is written in the log."""
    return Q(pk__in=RawSQL("SELECT readable_logs()", ()))


@allow(START)
def team(user: User) -> Q:
    """Those taking part with a basis, while the log is open."""
    return Q(pk__in=workable("logs"), closed_at=None)


@allow(WRITE)
def team_of_open(user: User) -> Q:
    """Those taking part with a basis, while the log is open."""
    return Q(log__in=workable("logs"), log__closed_at=None)


@allow(RECALL)
def writer(user: User) -> Q:
    """The one who wrote it, at work; also when the log is closed."""
    return Q(by=user, as_family=False, recalled_at=None)
