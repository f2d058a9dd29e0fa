"""Who can be asked to a meeting, who comes, and who is let in as a guest."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.accounts.models import User
from laget.children.models import Child, Guardianship, Tie
from laget.consents import because
from laget.consents.models import Answer, Said
from laget.consents.standing import standing
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


@dataclass(frozen=True)
class Askable:
    """One of the family: may be asked to meetings or not, because of what.

    `guardian` is None for the young person. It stands in `consents/standing.toml`.
    """

    guardian: Guardianship | None
    may_be_asked: bool
    because: str


def in_the_family(child: Child) -> list[Askable]:
    """The guardians, and the child last, as the table has each. Two queries."""
    known = list(child.guardianships.current().select_related("needs_by"))
    answers = Answer.objects.filter(consent__child=child, said=Said.EXCUSED)
    excused = {key for key in answers.values_list("guardian", flat=True) if key}
    return [_askable(child, known, excused, each) for each in [*known, None]]


def guardians_to_ask(family: Iterable[Askable]) -> list[Guardianship]:
    """Those of them who may be asked."""
    return [each.guardian for each in family if each.may_be_asked and each.guardian]


def child_can_be_asked(family: Iterable[Askable]) -> bool:
    return any(each.may_be_asked and each.guardian is None for each in family)


def why_not(family: Iterable[Askable]) -> str:
    """Of those who may not be asked, because of what; empty when all may."""
    return " ".join(each.because for each in family if not each.may_be_asked)


def _askable(
    child: Child,
    known: list[Guardianship],
    excused: set[UUID],
    person: Guardianship | None,
) -> Askable:
    they = standing(child, known, person, excused=excused)
    said = because.about(they, child, known, person)
    return Askable(person, they.invited, said)


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
