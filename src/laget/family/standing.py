"""Why a child's pages are somebody's: said to themselves, on their own page."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.children.models import Child, Guardianship


@dataclass(frozen=True)
class Mine:
    """One child, and because of what I am let in."""

    child: Child
    because: str


def of(user: User, children: QuerySet[Child]) -> list[Mine]:
    """The children that the database shows to this person, each with its reason."""
    guarded = set(
        Guardianship.objects.current().filter(user=user).values_list("child", flat=True)
    )
    return [
        Mine(child, _because(user, child, is_guardian=child.pk in guarded))
        for child in children.order_by("sort_key", "pk")
    ]


def _because(user: User, child: Child, *, is_guardian: bool) -> str:
    if child.account_id == user.pk:
        return _("Because this is about you.")
    if is_guardian:
        name = {"name": child.first_name}
        return _("Because you are registered as a guardian of %(name)s.") % name
    return ""
