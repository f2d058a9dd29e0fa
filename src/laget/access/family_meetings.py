"""What the family does with the meetings it is asked to, and a guest with a chair.

The database shows a meeting to those who are asked to it, and a chair to whoever sits
in it (`readable_meetings` and `seats` in `seeing.sql`).
"""

from django.db.models import Q

from laget.access.rules import Action, allow, seen
from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel.acting import Role
from laget.meetings.models import AgendaItem, Meeting, Seat

FAMILY, GUEST = Role.FAMILY, Role.GUEST
AROUND = ("log__child__municipality", "log__holder", "called_by")
CHAIR = ("child", "meeting", "paper__version__template__municipality", "given_by")

MEETINGS = Action("meetings_family", Child, FAMILY, related=("municipality",))
READ = Action("read_family", Meeting, FAMILY, related=AROUND)
CALENDAR = Action("calendar_family", Meeting, FAMILY, related=AROUND)
ANSWER = Action("answer_family", Meeting, FAMILY, related=AROUND)
SAY = Action("say_family", Meeting, FAMILY, related=AROUND)
TAKE_OFF = Action("take_off_family", AgendaItem, FAMILY, related=("meeting",))
CHAIRS = Action("chairs", Seat, GUEST)
SIT = Action("sit", Seat, GUEST, related=CHAIR)
TAKE = Action("take_chair", User, GUEST, is_noted=False)  # what it opens is noted

for _action in (MEETINGS, READ, CALENDAR, CHAIRS, SIT, TAKE):
    allow(_action)(seen)


@allow(ANSWER)
@allow(SAY)
def asked(user: User) -> Q:
    """Those who are asked, until it is called off. Who they are, the database knows."""
    return Q(cancelled_at=None)


@allow(TAKE_OFF)
def who_said_it(user: User) -> Q:
    """Each their own words."""
    return Q(by=user, removed_at=None)
