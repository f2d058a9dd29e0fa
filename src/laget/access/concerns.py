"""Who may do what with a concern, and with a question to a team."""

from django.db.models import Exists, OuterRef, Q

from laget.access.rules import Action, allow, seen
from laget.accounts.models import User
from laget.concerns.models import Concern, Discussion, Share
from laget.organisation.models import Employment, TeamMember

WITH = (
    *("child__municipality", "owner", "employment__unit__municipality"),
    "employment__unit__service__host",
)

READ = Action("read", Concern, related=WITH)
WRITE = Action("write", Concern, related=WITH)
SAVE = Action("save", Concern, related=WITH, is_noted=False)
SHARE = Action("share", Concern, related=WITH)
PASS_ON = Action("pass_on", Concern, related=WITH)
TAKE_OVER = Action("take_over", Concern, related=WITH)
ASK_TEAM = Action("ask_team", Concern, related=WITH)
NAME_CHILD = Action("name_child", Concern, related=WITH)
TALK = Action("talk", Concern, related=WITH, is_noted=False)  # noted as a look
DECIDE = Action("decide", Concern, related=WITH)
REPORT = Action("report", Concern, related=WITH, is_noted=False)  # noted as a look

READ_DISCUSSION = Action("read", Discussion, related=("team", "asked_by"))
LIST_DISCUSSIONS = Action("list", Discussion)
ADVISE = Action("advise", Discussion, related=("team", "asked_by"))
END_DISCUSSION = Action("end", Discussion, related=("team", "asked_by"))

for _action in (READ, REPORT, READ_DISCUSSION, LIST_DISCUSSIONS):
    allow(_action)(seen)


@allow(WRITE)
@allow(SAVE)
@allow(SHARE)
@allow(ASK_TEAM)
@allow(NAME_CHILD)
@allow(TALK)
@allow(DECIDE)
def owner(user: User) -> Q:
    """The owner, until the concern is decided."""
    return Q(owner=user, decided_at=None)


@allow(PASS_ON)
def owner_or_leader_of_one_left_behind(user: User) -> Q:
    """The owner; when the owner's work there has ended, the leader of the unit."""
    leading = Employment.objects.leading().filter(user=user)
    left_behind = Q(decided_at=None, employment__ended_at__isnull=False)
    return owner(user) | left_behind & Q(employment__unit__in=leading.values("unit"))


@allow(TAKE_OVER, by_the_day=True)
def reader_while_the_owner_is_away(user: User) -> Q:
    """Whoever the owner let in and who is at work, while the owner is long away."""
    at_work = Employment.objects.present()
    here = at_work.filter(user=user, unit=OuterRef("employment__unit"))
    let_in = Share.objects.filter(user=user)
    return (
        Q(decided_at=None, employment__ended_at=None, pk__in=let_in.values("concern"))
        & ~Q(employment__in=at_work)
        & ~Q(owner=user)
        & Q(Exists(here))
    )


@allow(ADVISE)
def asked(user: User) -> Q:
    """A member of the team that was asked, until the discussion ends."""
    mine = TeamMember.objects.filter(employment__user=user, employment__ended_at=None)
    return Q(team__in=mine.values("team"), closed_at=None)


@allow(END_DISCUSSION)
def asker(user: User) -> Q:
    """The one who asked."""
    return Q(asked_by=user, closed_at=None)
