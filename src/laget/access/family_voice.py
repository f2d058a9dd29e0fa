"""Who writes down a child's own words, takes them back, and says how it was.

What they open is not noted with the child: a guardian would read among the visits that
there are words which are not for them. The pages note it where only the person sees it.
"""

from django.db.models import Q
from django.db.models.expressions import RawSQL

from laget.access.rules import Action, allow, seen, workable
from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel.acting import Role
from laget.voices.models import Voice

FAMILY = Role.FAMILY
WITH = ("municipality", "unit__service", "account")
SPEAKS = """
SELECT child.id FROM children_child child
JOIN organisation_municipality place ON place.id = child.municipality_id
WHERE child.account_id IS NOT NULL AND is_of_age(child.born_on, place.own_page_age)
"""

HEAR = Action("voice", Child, FAMILY, related=WITH, is_noted=False)
SPEAK = Action("speak", Child, FAMILY, related=WITH, is_noted=False)
TAKE_BACK = Action("take_back", Voice, FAMILY, related=("child",), is_noted=False)
RIGHTS = Action("rights", Child, FAMILY, related=WITH, is_noted=False)
EXPERIENCE = Action("experience", Child, FAMILY, related=WITH, is_noted=False)
NOT_NOW = Action("put_experience_away", Child, FAMILY, is_noted=False)
SPEAK_WITH = Action("speak_with", Child, related=WITH, is_noted=False)
TAKE_BACK_WITH = Action("take_back", Voice, related=("child",), is_noted=False)

for _action in (HEAR, RIGHTS, EXPERIENCE, NOT_NOW):
    allow(_action)(seen)


@allow(SPEAK)
def child_or_guardian(user: User) -> Q:
    """The young person; a guardian together with a child without its own page."""
    speaks_alone = Q(pk__in=RawSQL(SPEAKS, ()))
    return Q(born_on__isnull=False) & (Q(account=user) | ~speaks_alone)


@allow(SPEAK_WITH)
def together(user: User) -> Q:
    """Whoever works with the child, together with it; never by emergency access."""
    return Q(born_on__isnull=False, pk__in=workable("children"))


@allow(TAKE_BACK)
def said_it(user: User) -> Q:
    """Whoever wrote it down, and the young person in whose name it was said."""
    return Q(shared_at__isnull=False, withdrawn_at=None) & (
        Q(written_by=user) | Q(child__account=user)
    )


@allow(TAKE_BACK_WITH)
def wrote_it(user: User) -> Q:
    """Whoever wrote it down together with the child."""
    return Q(shared_at__isnull=False, withdrawn_at=None, written_by=user)
