"""Who on the staff may say that somebody in the family does not see a record.

The one who wrote it, and the holder of the log. That the page was opened is not noted
where a guardian could read it: it would tell that something is held back.
"""

from django.db.models import F, Q

from laget.access.rules import Action, allow, workable
from laget.accounts.models import User
from laget.children.models import Shield
from laget.concerns.models import Concern, Conversation
from laget.forms.models import Filled
from laget.logs.models import Entry, Goal, Intervention, LevelChange, Log, Review

ABOUT = ("log__child__municipality", "log__holder")
ENTRY = Action("shield", Entry, related=(*ABOUT, "written_by"), is_noted=False)
GOAL = Action("shield", Goal, related=ABOUT, is_noted=False)
INTERVENTION = Action("shield", Intervention, related=ABOUT, is_noted=False)
REVIEW = Action("shield", Review, related=(*ABOUT, "intervention"), is_noted=False)
LEVEL = Action("shield", LevelChange, related=ABOUT, is_noted=False)
CONCERN = Action("shield", Concern, related=("child__municipality",), is_noted=False)
CONVERSATION = Action(
    "shield", Conversation, related=("concern__child__municipality",), is_noted=False
)
FORM = Action("shield", Filled, related=("child__municipality",), is_noted=False)
SHIELDS = (ENTRY, GOAL, INTERVENTION, REVIEW, LEVEL, CONCERN, CONVERSATION, FORM)
LIFT = Action(
    "lift", Shield, related=("child__municipality", "guardian", "by"), is_noted=False
)


@allow(ENTRY)
def writer_of_entry(user: User) -> Q:
    """Whoever wrote it, and the holder, as long as it has not been recalled."""
    return _of_log(user, Q(written_by=user)) & Q(recalled_at=None)


@allow(GOAL)
@allow(INTERVENTION)
def responsible(user: User) -> Q:
    """Whoever is responsible for it, and the holder."""
    return _of_log(user, Q(owner=user))


@allow(REVIEW)
def reviewer(user: User) -> Q:
    """Whoever evaluated, and the holder."""
    return _of_log(user, Q(reviewed_by=user))


@allow(LEVEL)
def decider(user: User) -> Q:
    """Whoever decided on the level, and the holder."""
    return _of_log(user, Q(decided_by=user))


@allow(CONCERN)
def owner(user: User) -> Q:
    """The owner of the concern, and the holder of the log that came of it."""
    return Q(child__in=workable("children")) & (Q(owner=user) | Q(log__holder=user))


@allow(CONVERSATION)
def recorder(user: User) -> Q:
    """Whoever wrote the conversation down, and the holder of the log."""
    mine = Q(recorded_by=user) | Q(concern__log__holder=user)
    return Q(concern__child__in=workable("children"), not_told="") & mine


@allow(FORM)
def writer_of_form(user: User) -> Q:
    """Whoever filled it in, and the holder, once it is finished."""
    held = Log.objects.filter(holder=user).values("pk")
    mine = Q(written_by=user) | Q(place__in=held)
    return Q(child__in=workable("children"), finished_at__isnull=False) & mine


@allow(LIFT)
def shielder(user: User) -> Q:
    """Whoever held it back, and the holder; never what the young person held back."""
    held = Log.objects.filter(holder=user, pk__in=workable("logs")).values("child")
    own = Q(child__account=None) | ~Q(by=F("child__account"))
    works = Q(child__in=workable("children"), lifted_at=None)
    return works & own & (Q(by=user) | Q(child__in=held))


def _of_log(user: User, wrote: Q) -> Q:
    """Also when the log is closed: what was not for all is not for all later either."""
    return Q(log__in=workable("logs")) & (wrote | Q(log__holder=user))
