"""Who can be asked to a meeting, who comes, and who is let in as a guest."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.accounts.models import User
from laget.children.models import Child, Guardianship, Tie
from laget.kernel.acting import Role
from laget.meetings.models import Coming, Invitation, Meeting, Seat

ANSWERS: dict[str, str | Promise] = {
    Coming.NOT_ANSWERED: gettext_lazy("Has not answered"),
    Coming.YES: gettext_lazy("Comes"),
    Coming.NO: gettext_lazy("Cannot come"),
    Coming.OTHER_TIME: gettext_lazy("Asks for another time"),
}


@dataclass(frozen=True)
class Comer:
    """One who is asked: who it is, in what part, and what was answered."""

    invitation: Invitation
    name: str
    part: str

    @property
    def answer(self) -> str:
        return str(ANSWERS[self.invitation.answer])

    @property
    def is_family(self) -> bool:
        return self.invitation.employment_id is None


def comers(meeting: Meeting, child: Child) -> list[Comer]:
    """Those who are asked now, the child first. One query."""
    asked = meeting.invitations.standing().select_related(
        "guardian__user", "employment__user", "employment__unit__service"
    )
    found = [_comer(each, child) for each in asked]
    return sorted(found, key=lambda each: (*_order(each.invitation), each.name))


def parts(meeting: Meeting) -> list[str]:
    """The same by their part alone, for a guest: whoever it is, no name."""
    asked = meeting.invitations.standing().select_related("employment")
    ordered = sorted(asked, key=_order)
    return [_part_alone(each) for each in ordered]


def guardians_to_ask(child: Child) -> QuerySet[Guardianship]:
    """Those who see the child's page: nobody who is barred, or has no sight of it."""
    return child.guardianships.current().filter(may_see=True, barred=False)


def child_can_be_asked(child: Child) -> bool:
    """From when the young person has a page of their own to read it on."""
    age, own = child.age, child.municipality.own_page_age
    return child.account_id is not None and age is not None and age >= own


def guest_parts(child: Child, looked: Iterable[dict[str, Any]]) -> dict[UUID, str]:
    """The part of each guest who has taken a chair for this child, by person.

    Asked only when one of those who `looked` did so as a guest.
    """
    if not any(row["role"] == Role.GUEST for row in looked):
        return {}
    taken = Seat.objects.filter(child=child).exclude(user=None)
    return {seat.user_id: seat.part for seat in taken if seat.user_id}


def own_invitation(meeting: Meeting, user: User, child: Child) -> Invitation | None:
    """What the family member themselves is asked; as guardian, or as the child."""
    asked: Iterable[Invitation] = meeting.invitations.standing().select_related(
        "guardian"
    )
    for each in asked:
        is_guardian = each.guardian is not None and each.guardian.user_id == user.pk
        if is_guardian or (each.is_childs and child.account_id == user.pk):
            return each
    return None


def _comer(invitation: Invitation, child: Child) -> Comer:
    if job := invitation.employment:
        return Comer(invitation, job.user.name, child.work_of(job))
    if guardian := invitation.guardian:
        return Comer(invitation, guardian.name, str(Tie(guardian.tie).label))
    return Comer(invitation, child.first_name, _("The child"))


def _part_alone(invitation: Invitation) -> str:
    if invitation.employment:
        return invitation.employment.post
    return _("A guardian") if invitation.guardian_id else _("The child")


def _order(invitation: Invitation) -> tuple[bool, bool]:
    return invitation.employment_id is not None, invitation.guardian_id is not None
