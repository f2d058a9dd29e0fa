"""Who on the staff may do what with meetings, and with the chairs of guests."""

from django.db.models import Exists, OuterRef, Q

from laget.access import forms, logs
from laget.access.rules import Action, allow, seen, workable
from laget.accounts.models import User
from laget.children.models import Shield
from laget.concerns.models import Conversation
from laget.forms.models import Filled, Part, Readers
from laget.logs.models import Log
from laget.meetings.models import AgendaItem, Invitation, Meeting, Minutes, Seat

AROUND = ("log__child__municipality", "log__child__unit", "log__holder", "called_by")
INVITED = (
    *("meeting__log__child__municipality", "meeting__log__child__account"),
    *("guardian__user", "employment__user"),
)
SEAT = ("log__child__municipality", "meeting")

MEETINGS = Action("meetings", Log, related=logs.LOG)
CALL = Action("call_meeting", Log, related=logs.LOG)
READ = Action("read", Meeting, related=AROUND)
CALENDAR = Action("calendar", Meeting, related=AROUND)
MOVE = Action("move", Meeting, related=AROUND)
CANCEL = Action("cancel", Meeting, related=AROUND)
INVITE = Action("invite", Meeting, related=AROUND)
SAY = Action("say", Meeting, related=AROUND)
WRITE_MINUTES = Action("write_minutes", Meeting, related=AROUND)
GIVE_SEAT = Action("give_seat", Meeting, related=AROUND)
ANSWER = Action("answer", Invitation, related=INVITED)
TAKE_BACK = Action("take_back", Invitation, related=INVITED)
TAKE_OFF = Action("take_off", AgendaItem, related=("meeting__log__child",))
SHARE_MINUTES = Action("share", Minutes, related=("meeting__log__child",))
END_SEAT = Action("end", Seat, related=SEAT)
LEND = Action("lend", Filled, related=forms.WITH)

for _action in (MEETINGS, READ, CALENDAR):
    allow(_action)(seen)


@allow(CALL)
def team(user: User) -> Q:
    """Those taking part with a basis, while the log is open."""
    return Q(pk__in=workable("logs"), closed_at=None)


@allow(SAY)
@allow(WRITE_MINUTES)
def team_of_log(user: User) -> Q:
    """The team of an open log, for a meeting that has not been called off."""
    return Q(cancelled_at=None, log__closed_at=None, log__in=workable("logs"))


@allow(MOVE)
@allow(CANCEL)
@allow(INVITE)
def caller_or_holder(user: User) -> Q:
    """Whoever called it, and the holder: they answer for it."""
    return team_of_log(user) & (Q(called_by=user) | Q(log__holder=user))


@allow(GIVE_SEAT)
def holder(user: User) -> Q:
    """The holder alone lets somebody from outside in."""
    return team_of_log(user) & Q(log__holder=user)


@allow(ANSWER)
def themselves_or_for_the_family(user: User) -> Q:
    """One's own; and what one of the family has said to somebody on the team."""
    mine = Q(employment__user=user) | Q(employment=None)
    return mine & _stands() & Q(meeting__log__in=workable("logs"))


@allow(TAKE_BACK)
def caller_or_holder_of_it(user: User) -> Q:
    """Whoever called the meeting, and the holder."""
    theirs = Q(meeting__called_by=user) | Q(meeting__log__holder=user)
    return theirs & _stands() & Q(meeting__log__in=workable("logs"))


@allow(TAKE_OFF)
def who_said_it(user: User) -> Q:
    """Each their own words."""
    return Q(by=user, removed_at=None, meeting__log__in=workable("logs"))


@allow(SHARE_MINUTES)
def writer(user: User) -> Q:
    """The one who wrote them, once."""
    return Q(written_by=user, shared_at=None, meeting__log__in=workable("logs"))


@allow(END_SEAT)
def holder_of_seat(user: User) -> Q:
    """The holder, until it has ended."""
    return Q(log__holder=user, ended_at=None, log__in=workable("logs"))


@allow(LEND)
def holder_of_its_log(user: User) -> Q:
    """The holder, for a finished form of the log or of the concern it began with.

    All of the family may read it: neither it nor the worry it belongs to is held back
    from somebody there, or not to be told at home.
    """
    held = Log.objects.open().filter(holder=user, pk__in=workable("logs"))
    here = Q(seen_with__in=held.values("pk"))
    here |= Q(seen_with__in=held.exclude(concern=None).values("concern"))
    theirs = Part.objects.filter(filled=OuterRef("pk"), readers=Readers.FAMILY)
    held_back = Shield.objects.standing().filter(
        Q(record=OuterRef("pk")) | Q(record=OuterRef("place"))
    )
    waits = Conversation.objects.filter(concern=OuterRef("place")).exclude(not_told="")
    finished = Q(finished_at__isnull=False, thrown_at=None)
    for_all = Q(Exists(theirs)) & ~Q(Exists(held_back)) & ~Q(Exists(waits))
    return here & finished & for_all


def _stands() -> Q:
    return Q(withdrawn_at=None, meeting__cancelled_at=None)
