"""Why a child's pages are somebody's: said to themselves, on their own page."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.consents import because
from laget.consents.standing import standing


@dataclass(frozen=True)
class Mine:
    """One child, because of what I am let in, and what I may decide, and why."""

    child: Child
    because: str
    decides: str


def of(user: User, children: QuerySet[Child]) -> list[Mine]:
    """The children that the database shows to this person. Two queries."""
    found = list(children.select_related("municipality").order_by("sort_key", "pk"))
    known = list(Guardianship.objects.current().filter(child__in=found))
    return [
        _mine(user, child, [each for each in known if each.child_id == child.pk])
        for child in found
    ]


def _mine(user: User, child: Child, guardians: list[Guardianship]) -> Mine:
    is_guardian = any(each.user_id == user.pk for each in guardians)
    they = standing(child, guardians, user)
    decides = because.you(they, child, guardians, user)
    return Mine(child, _because(user, child, is_guardian=is_guardian), decides)


def _because(user: User, child: Child, *, is_guardian: bool) -> str:
    if child.account_id == user.pk:
        return _("Because this is about you.")
    if is_guardian:
        name = {"name": child.first_name}
        return _("Because you are registered as a guardian of %(name)s.") % name
    return ""
