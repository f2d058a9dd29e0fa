"""Consents as they are shown: where each stands, who said what, who has not."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from laget.children.models import Child, Guardianship
from laget.consents import because, rules, words
from laget.consents.models import Answer, Consent, ConsentQuerySet
from laget.consents.standing import standing
from laget.logs import joining
from laget.logs.models import Participation
from laget.organisation.models import Service

YOUNG = "young"


@dataclass(frozen=True)
class Shown:
    """One consent, and all that a page tells about it."""

    consent: Consent
    standing: rules.Standing
    answers: list[Answer]
    left: list[Guardianship | None]
    left_names: str
    waiting: list["Waiting"]

    @property
    def told(self) -> words.Told:
        return words.tell(self.standing)

    @property
    def opens(self) -> bool:
        return self.standing in rules.OPENS

    @property
    def is_late(self) -> bool:
        """Something should be done about it, and its colour repeats what it says."""
        return self.told.color == "warning"

    @property
    def is_open(self) -> bool:
        return self.consent.ended_at is None

    @property
    def counting(self) -> set[object]:
        """Those of the answers that count: each one's latest."""
        return {each.pk for each in rules.counting(self.answers)}


@dataclass(frozen=True)
class Waiting:
    """Somebody who has not answered: may they be reminded on a page of their own?"""

    person: Guardianship | None
    about: str
    has_page: bool

    @property
    def key(self) -> str:
        return str(self.person.pk) if self.person else YOUNG


@dataclass(frozen=True)
class Deciding:
    """Who must answer about a child today, and why."""

    child: Child
    guardians: list[Guardianship]
    need: rules.Needed

    @property
    def why(self) -> str:
        return words.why(self.child, self.need)

    @property
    def notes(self) -> list[str]:
        return words.notes(self.need, self.guardians)

    @property
    def names(self) -> str:
        return words.names(list(self.need.everyone), self.child)

    @property
    def is_nobody(self) -> bool:
        return not self.need.everyone


def deciding(child: Child) -> Deciding:
    """Costs a query."""
    guardians = list(child.guardianships.current())
    return Deciding(child, guardians, rules.needed(child, guardians))


def show(consent: Consent, who: Deciding) -> Shown:
    answers = rules.in_turn(list(consent.answers.all()))
    left = rules.left_to_answer(who.need, answers) if consent.ended_at is None else []
    return Shown(
        consent=consent,
        standing=rules.standing(consent, who.need, answers),
        answers=answers,
        left=left,
        left_names=words.names(left, who.child),
        waiting=[_waiting(who, each) for each in left],
    )


def _waiting(who: Deciding, person: Guardianship | None) -> Waiting:
    they = standing(who.child, who.guardians, person)
    account = person.user_id if person else who.child.account_id
    about = because.about(they, who.child, who.guardians, person)
    return Waiting(person, about, bool(account) and they.answers_here)


def of_child(child: Child) -> ConsentQuerySet:
    """All that was ever asked about a child, newest first. Two queries."""
    answers = Answer.objects.select_related("guardian", "taken_by").order_by("taken_at")
    return (
        child.consents.select_related("service", "asked_by", "ended_by")
        .prefetch_related(Prefetch("answers", answers))
        .order_by("-asked_at", "-pk")
    )


def services_of(child: Child) -> QuerySet[Service]:
    """Those that serve the child's municipality."""
    return child.municipality.services.order_by("name", "pk")


def who_lose_sight(consent: Consent) -> list[Participation]:
    """Those on the team who see the child by this consent and by nothing else."""
    if not consent.stands:
        return []
    return joining.by_consent(consent.child, consent.service)
