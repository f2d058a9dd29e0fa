"""Who on the staff may do what about a child they can see."""

from django.db.models import Q
from django.db.models.expressions import RawSQL

from laget.access.rules import Action, allow, seen, workable
from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.consents.models import Consent
from laget.logs.models import Handover, Log

WITH = ("unit__service", "municipality")

READ = Action("read", Child, related=(*WITH, "needs_by"))
LIST = Action("list", Child)
EDIT = Action("edit", Child, related=WITH)
ASK_CONSENT = Action("ask_consent", Child, related=WITH)
OPEN_LOG = Action("open_log", Child, related=WITH)
REPORT = Action("report", Child, related=WITH, is_noted=False)  # noted as a look
WHO_LOOKED = Action("who_looked", Child, related=WITH)
REACH = Action("reach", Guardianship, related=("child",))
NUMBER = Action("number", Guardianship, related=("child",))
END_GUARDIANSHIP = Action("end", Guardianship, related=("child",))
READ_CONSENT = Action("read", Consent, related=("child__municipality", "service"))
ANSWER = Action("answer", Consent, related=("child__municipality", "service"))
REMIND = Action("remind", Consent, related=("child__municipality", "service"))
WITHDRAW = Action("withdraw", Consent, related=("child__municipality", "service"))

for _action in (LIST, REPORT, READ_CONSENT):
    allow(_action)(seen)


@allow(READ)
def works_or_is_asked(user: User) -> Q:
    """Whoever the child's page is for: sees the child at work, or is offered its log.

    The data-protection officer, to whom the family has turned, is shown who the child
    is, and no page about it.
    """
    offered = Handover.objects.open().filter(to__user=user)
    at_work = RawSQL("SELECT readable_children()", ())
    return Q(pk__in=at_work) | Q(pk__in=offered.values("log__child"))


@allow(EDIT)
@allow(ASK_CONSENT)
def responsible(user: User) -> Q:
    """The holder of the open log; before there is one, whoever works with the child."""
    held = Log.objects.open().filter(holder=user)
    mine = Q(pk__in=held.values("child")) | ~Q(pk__in=Log.objects.values("child"))
    return mine & Q(pk__in=workable("children"))


@allow(OPEN_LOG)
def may_open(user: User) -> Q:
    """Whoever works with the child, when no log is open; never by emergency access."""
    none = ~Q(pk__in=Log.objects.open().values("child"))
    return none & Q(pk__in=workable("children"))


@allow(WHO_LOOKED)
def overseer(user: User) -> Q:
    """The holder of a log about the child, and whoever registered it before a log."""
    held = Log.objects.filter(holder=user)
    return Q(pk__in=held.values("child")) | (
        ~Q(pk__in=Log.objects.values("child")) & Q(registered_by=user)
    )


@allow(ANSWER)
@allow(REMIND)
@allow(WITHDRAW)
def records_answers(user: User) -> Q:
    """Those who may ask for the consent, while it has not ended."""
    return _keeps_what_has_not_ended(user)


@allow(REACH)
@allow(NUMBER)
@allow(END_GUARDIANSHIP)
def keeps_guardians(user: User) -> Q:
    """Those who keep the child's registration, for a guardian who still is one."""
    return _keeps_what_has_not_ended(user)


def _keeps_what_has_not_ended(user: User) -> Q:
    held = Log.objects.open().filter(holder=user)
    mine = Q(child__in=held.values("child")) | ~Q(child__in=Log.objects.values("child"))
    return mine & Q(child__in=workable("children"), ended_at=None)
