"""Rules: who may do what to a record they can see. A verb has one rule, as a filter."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Model, Q
from django.db.models.expressions import RawSQL

from laget.accounts.models import User
from laget.kernel.acting import Role

Rule = Callable[[User], Q]


class Needs(StrEnum):
    """How surely one must have said who one is. At work, the employer's log-in."""

    ANY = "any"
    HIGH = "high"  # of the family and guests, for all that is about a child
    FRESH = "fresh"  # and not long ago: for what binds


@dataclass(frozen=True)
class Action:
    """Something that someone in a role may do to a kind of record.

    `related` is read with the record; `is_noted` is False only for what shows nothing
    about anybody, such as saving a draft again. `needs` is how one must have logged in.
    """

    verb: str
    model: type[Model]
    role: Role = Role.STAFF
    related: tuple[str, ...] = ()
    is_noted: bool = True
    needs: Needs = Needs.HIGH

    @property
    def noun(self) -> str:
        return str(self.model._meta.model_name)

    def __str__(self) -> str:
        return f"{self.noun}.{self.verb}"


RULES: dict[Action, Rule] = {}
BY_THE_DAY: set[type[Model]] = set()  # a rule about them asks what day it is


def allow(action: Action, *, by_the_day: bool = False) -> Callable[[Rule], Rule]:
    """Register the rule for an action. One action, one rule.

    The door compiles its question once. A rule that asks what day it is says so: the
    question about that kind of record is made anew each time.
    """

    def register(rule: Rule) -> Rule:
        assert action not in RULES, f"{action} already has a rule"
        RULES[action] = rule
        if by_the_day:
            BY_THE_DAY.add(action.model)
        return rule

    return register


def seen(user: User) -> Q:
    """Whoever the database shows it to."""
    return Q()


def workable(what: str) -> RawSQL:
    """The `logs` or `children` the person works with, and not only sees: with a basis.

    The database's own answer, so that a rule never lets in whom it would then refuse.
    """
    return RawSQL(f"SELECT workable_{what}()", ())
