"""Who may do what with a form that is filled in."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from laget.access import concerns, logs
from laget.access.rules import Action, allow
from laget.accounts.models import User
from laget.concerns.models import Concern
from laget.forms.models import Filled
from laget.logs.models import Log

WITH = ("version__template__municipality", "written_by", "employment", "child")

FILL_FOR_CONCERN = Action("fill", Concern, related=concerns.WITH)
FILL_FOR_LOG = Action("fill", Log, related=logs.LOG)
allow(FILL_FOR_CONCERN)(concerns.owner)
allow(FILL_FOR_LOG)(logs.team)

READ = Action("read", Filled, related=WITH)
PREVIEW = Action("preview", Filled, related=WITH)
PRINT = Action("print", Filled, related=WITH)
WRITE = Action("write", Filled, related=WITH)
SAVE = Action("save", Filled, related=WITH, is_noted=False)
FINISH = Action("finish", Filled, related=WITH)
THROW_AWAY = Action("throw_away", Filled, related=WITH)
CORRECT = Action("correct", Filled, related=WITH)


@allow(READ)
@allow(PREVIEW)
@allow(PRINT)
def reader(user: User) -> Q:
    """Whoever the database shows it to, unless it was thrown away."""
    return Q(thrown_at=None)


@allow(WRITE)
@allow(SAVE)
@allow(FINISH)
@allow(THROW_AWAY)
def writer(user: User) -> Q:
    """The one who began it, while it is a draft."""
    return Q(written_by=user, finished_at=None, thrown_at=None)


@allow(CORRECT)
def writer_of_a_finished_one(user: User) -> Q:
    """The one who wrote it, once, while the work there goes on."""
    here = RawSQL("SELECT writable_places()", ())
    corrected = Filled.objects.finished().filter(replaces=OuterRef("pk"))
    mine = Q(written_by=user, finished_at__isnull=False, place__in=here)
    return mine & ~Q(Exists(corrected))
