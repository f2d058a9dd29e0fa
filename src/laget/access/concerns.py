"""Who may do what with a concern, and with a question to a team."""

from django.db.models import Q

from laget.access.rules import Action, allow, seen
from laget.accounts.models import User
from laget.concerns.models import Concern, Discussion
from laget.organisation.models import TeamMember

WITH = (
    *("child__municipality", "owner", "employment__unit__municipality"),
    "employment__unit__service__host",
)

READ = Action("read", Concern, related=WITH)
WRITE = Action("write", Concern, related=WITH)
SAVE = Action("save", Concern, related=WITH, is_noted=False)
SHARE = Action("share", Concern, related=WITH)
PASS_ON = Action("pass_on", Concern, related=WITH)
ASK_TEAM = Action("ask_team", Concern, related=WITH)
NAME_CHILD = Action("name_child", Concern, related=WITH)
TALK = Action("talk", Concern, related=WITH)
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
@allow(PASS_ON)
@allow(ASK_TEAM)
@allow(NAME_CHILD)
@allow(TALK)
@allow(DECIDE)
def owner(user: User) -> Q:
    """The owner, until the concern is decided."""
    return Q(owner=user, decided_at=None)


@allow(ADVISE)
def asked(user: User) -> Q:
    """A member of the team that was asked, until the discussion ends."""
    mine = TeamMember.objects.filter(employment__user=user, employment__ended_at=None)
    return Q(team__in=mine.values("team"), closed_at=None)


@allow(END_DISCUSSION)
def asker(user: User) -> Q:
    """The one who asked."""
    return Q(asked_by=user, closed_at=None)
