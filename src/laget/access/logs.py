"""Who on the staff may do what with a shared log they can see."""

from django.db.models import Q

from laget.access.rules import Action, allow, seen, workable
from laget.accounts.models import User
from laget.logs.models import (
    Entry,
    Goal,
    Handover,
    Intervention,
    Log,
    Participation,
)

LOG = ("child__unit", "child__municipality", "holder", "unit__service")
CHILD = ("log__child__municipality", "log__holder", "log__unit__service")
PART = (*CHILD, "employment__user", "employment__unit")
GOAL = (*CHILD, "owner")
ENTRY = ("log__child", "written_by")
OFFERED = (*CHILD, "to__user", "to__unit__service", "offered_by")

READ, WRITE = Action("read", Log, related=LOG), Action("write", Log, related=LOG)
WRITE_ENTRY = Action("write_entry", Log, related=LOG, is_noted=False)  # as a look
OFFER, CLOSE = Action("offer", Log, related=LOG), Action("close", Log, related=LOG)
INVITE = Action("invite", Log, related=LOG)
RAISE = Action("change_level", Log, related=LOG)
MOVE = Action("move", Log, related=LOG)
NEXT_DATE = Action("next_date", Log, related=LOG)

LEAVE = Action("leave", Participation, related=PART)
REMOVE = Action("remove", Participation, related=PART)

READ_HANDOVER = Action("read", Handover, related=OFFERED)
ACCEPT = Action("accept", Handover, related=OFFERED)
DECLINE = Action("decline", Handover, related=OFFERED)
TAKE_BACK = Action("take_back", Handover, related=OFFERED)

ADD_INTERVENTION = Action("add_intervention", Goal, related=GOAL)
CHANGE_GOAL = Action("change", Goal, related=GOAL)
END_GOAL = Action("end", Goal, related=GOAL)
CHANGE_INTERVENTION = Action("change", Intervention, related=(*GOAL, "goal"))
REVIEW = Action(  # noted as a look
    "review", Intervention, related=(*GOAL, "goal"), is_noted=False
)

READ_ENTRY = Action("read", Entry, related=ENTRY)
CHANGE_ENTRY = Action("change", Entry, related=ENTRY)
UNDO = Action("undo", Entry, related=ENTRY)
RECALL = Action("recall", Entry, related=ENTRY)

allow(READ)(seen)
allow(READ_ENTRY)(seen)


@allow(READ_HANDOVER)
def concerned(user: User) -> Q:
    """The one who is asked, the one who asks, and the team."""
    mine = Participation.objects.current().filter(employment__user=user)
    return Q(to__user=user) | Q(offered_by=user) | Q(log__in=mine.values("log"))


@allow(WRITE)
@allow(WRITE_ENTRY)
def team(user: User) -> Q:
    """Those taking part with a basis, while the log is open."""
    return Q(pk__in=workable("logs"), closed_at=None)


@allow(OFFER)
@allow(CLOSE)
@allow(INVITE)
@allow(RAISE)
@allow(MOVE)
@allow(NEXT_DATE)
def holder(user: User) -> Q:
    """The holder alone, while the log is open and the holder has a basis to see it."""
    return team(user) & Q(holder=user)


@allow(LEAVE)
def themselves(user: User) -> Q:
    """Whoever takes part, but the holder, who hands over first."""
    mine = Q(employment__user=user, left_at=None, log__in=workable("logs"))
    return mine & Q(log__closed_at=None) & ~Q(log__holder=user)


@allow(REMOVE)
def holder_of_team(user: User) -> Q:
    """The holder, for anybody else on the team."""
    held = Q(log__holder=user, log__closed_at=None, log__in=workable("logs"))
    return held & Q(left_at=None) & ~Q(employment__user=user)


@allow(ACCEPT)
@allow(DECLINE)
def asked(user: User) -> Q:
    """The one who was asked, until they have answered."""
    return Q(to__user=user, to__ended_at=None, answered_at=None)


@allow(TAKE_BACK)
def asking(user: User) -> Q:
    """The one who offered it, until it is answered."""
    return Q(offered_by=user, answered_at=None)


@allow(ADD_INTERVENTION)
@allow(CHANGE_GOAL)
@allow(END_GOAL)
@allow(CHANGE_INTERVENTION)
@allow(REVIEW)
def team_of_open(user: User) -> Q:
    """Those taking part with a basis, while the log and the record are open."""
    return Q(ended_at=None, log__closed_at=None, log__in=workable("logs"))


@allow(CHANGE_ENTRY)
@allow(UNDO)
@allow(RECALL)
def writer(user: User) -> Q:
    """The one who wrote it, while it stands and the log is open."""
    return Q(
        written_by=user,
        recalled_at=None,
        log__closed_at=None,
        log__in=workable("logs"),
    )
