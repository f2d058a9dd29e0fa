"""What somebody may do about a child, and because of what: one decision table.

The rules are rows (`standing.toml`), and the first that fits holds. They say who is
asked, invited and told. Who sees is enforced by `access/seeing.sql`; each situation in
`situations/` is held against both.
"""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from laget.accounts.models import User
from laget.children.models import Child, Guardianship

TABLE = Path(__file__).with_name("standing.toml")
Fact = bool | str
# One who answers for the child, whoever has logged in, or None: the young person.
Person = Guardianship | User | None


@dataclass(frozen=True)
class Standing:
    """What one person may, about one child: `because` is the reason's code."""

    consent: bool
    see: bool
    invited: bool
    told: bool
    because: str

    @property
    def answers_here(self) -> bool:
        """Answers on pages of their own; who may not see is asked in person."""
        return self.consent and self.see


@dataclass(frozen=True)
class Rule:
    """One row of the table."""

    when: Mapping[str, Fact]
    may: frozenset[str]
    because: str

    def fits(self, facts: Mapping[str, Fact]) -> bool:
        return all(facts[name] == fact for name, fact in self.when.items())

    @property
    def standing(self) -> Standing:
        may = {name: name in self.may for name in ("consent", "see", "invited", "told")}
        return Standing(**may, because=self.because)


def standing(
    child: Child,
    guardians: Sequence[Guardianship],
    person: Person,
    *,
    begun: bool = True,
    excused: Collection[UUID] = (),
) -> Standing:
    """What the person may about the child today, and because of what.

    `guardians` are the child's, ended ones too where that matters. `begun`: help has
    begun, or something is asked. `excused`: the guardians for whom an exception from
    being asked is recorded.
    """
    facts = _facts(child, guardians, _who(child, guardians, person))
    facts["begun"] = begun
    facts["excused"] = isinstance(person, Guardianship) and person.pk in excused
    return next(rule for rule in table() if rule.fits(facts)).standing


@cache
def table() -> tuple[Rule, ...]:
    return tuple(
        Rule(row["when"], frozenset(row["may"]), row["because"])
        for row in _read()["rule"]
    )


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text())


def _who(
    child: Child, guardians: Sequence[Guardianship], person: Person
) -> Guardianship | Child | None:
    """As what they come: the young person, a guardian, or nobody to the child."""
    if person is None:
        return child
    if isinstance(person, Guardianship):
        return person
    if child.account_id == person.pk:
        return child
    mine = [each for each in guardians if each.user_id == person.pk]
    return min(mine, key=lambda each: each.ended_at is not None, default=None)


def _facts(
    child: Child, guardians: Sequence[Guardianship], who: Guardianship | Child | None
) -> dict[str, Fact]:
    place, ages, age = child.municipality, _read()["ages"], child.age
    deciding = [each for each in guardians if each.custody and not each.ended_at]
    facts: dict[str, Fact] = {
        "who": "young" if who is child else "guardian" if who else "other",
        "born": not child.is_unborn,
        "alone": len(deciding) <= 1,
        "decides": age is not None and age >= place.own_consent_age,
        "has_page": age is not None and age >= place.own_page_age,
        "grown": age is not None and age >= place.guardian_sight_age,
        "heard": age is not None and age >= ages["heard"],
        "adult": age is not None and age >= ages["adult"],
    }
    return facts | _own_facts(who if isinstance(who, Guardianship) else None)


def _own_facts(guardian: Guardianship | None) -> dict[str, Fact]:
    if guardian is None:
        nothing = ("ended", "barred", "custody", "may_see")
        return {**dict.fromkeys(nothing, False), "tie": ""}
    return {
        "ended": guardian.ended_at is not None,
        "barred": guardian.barred,
        "custody": guardian.custody,
        "may_see": guardian.may_see,
        "tie": guardian.tie,
    }
