"""A child's consents as one person in the family may read them."""

from dataclasses import dataclass, field
from functools import cached_property

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.consents import because, rules
from laget.consents.models import Answer, Consent
from laget.consents.standing import Standing, standing
from laget.family.consents import effects, states
from laget.logs.models import Log


@dataclass(frozen=True)
class Us:
    """Who reads, what they are to the child, and who decides together with them."""

    child: Child
    user: User
    guardians: list[Guardianship]

    @cached_property
    def they(self) -> Standing:
        return standing(self.child, self.guardians, self.user)

    @cached_property
    def me(self) -> Guardianship | None:
        """My guardianship; None when I am the young person, or nobody."""
        if self.child.account_id == self.user.pk:
            return None
        mine = [each for each in self.guardians if each.user_id == self.user.pk]
        return mine[0] if mine else None

    @cached_property
    def need(self) -> rules.Needed:
        return rules.needed(self.child, self.guardians)

    @property
    def why(self) -> str:
        return because.you(self.they, self.child, self.guardians, self.me or self.user)

    @property
    def my_key(self) -> object:
        return self.me.pk if self.me else None


@dataclass(frozen=True)
class Ours:
    """One consent, and all that a page tells one person about it."""

    us: Us
    consent: Consent
    team: effects.Team
    answers: list[Answer] = field(default_factory=list)

    @cached_property
    def where(self) -> states.Where:
        return states.where(self.consent, self.us.need, self.answers)

    @property
    def told(self) -> states.Told:
        return states.TELL[self.where]

    @property
    def is_now(self) -> bool:
        return self.where in states.OPEN

    @property
    def applies(self) -> bool:
        return self.where in states.NOW

    @property
    def is_different(self) -> bool:
        return self.where is states.Where.DIFFERENT

    @cached_property
    def mine(self) -> list[Answer]:
        """My own answers, the latest first."""
        if not (self.us.they.consent or self.us.me):
            return []
        own = [a for a in self.answers if a.guardian_id == self.us.my_key]
        return rules.in_turn(own)[::-1]

    @property
    def my_answer(self) -> Answer | None:
        return self.mine[0] if self.mine else None

    @property
    def others(self) -> list[tuple[str, Answer | None]]:
        """The others who decide, and what each has said."""
        said = {a.guardian_id: a for a in rules.counting(self.answers)}
        known = [g for g in self.us.need.guardians if g != self.us.me]
        return [(guardian.name, said.get(guardian.pk)) for guardian in known]

    @property
    def may_answer(self) -> bool:
        return self.us.they.answers_here and self.is_now

    @property
    def waits_for_me(self) -> bool:
        return self.may_answer and not self.mine

    @cached_property
    def effect(self) -> effects.Effect:
        return self.team.effect_of(self.consent)


def us(child: Child, user: User) -> Us:
    """Costs a query."""
    return Us(child, user, list(child.guardianships.current()))


def ours(us: Us) -> list[Ours]:
    """All that was ever asked, the newest first. Four queries."""
    found = us.child.consents.select_related("service", "asked_by")
    asked = list(found.prefetch_related("answers").order_by("-asked_at", "-pk"))
    log = open_log(us.child)
    team = effects.team(log, us.child, asked)
    return [Ours(us, each, team, list(each.answers.all())) for each in asked]


def open_log(child: Child) -> Log | None:
    return child.logs.open().select_related("holder", "unit__service").first()
