"""Whatever is done with a request, it lies somewhere, with somebody, and has a date."""

from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from laget.accounts.models import User
from laget.intake import actions
from laget.intake.models import HelpRequest, Outcome
from laget.kernel import RuleBroken
from laget.kernel.acting import Role, acting
from laget.organisation.models import Employment, Unit
from tests.cast import in_days, job_of
from tests.intake.requests import asked

UNITS = {
    "Familiesenteret": {"helper", "second_helper", "help_leader"},
    "Helsestasjonen": {"nurse"},
    "PPT Dalane": {"adviser"},
}
LEADERS = {"Familiesenteret": {"help_leader"}}
TRIAGE = {"triage"}
OUTSIDE = {"holder", "stranger_leader"}
PEOPLE = sorted({*TRIAGE, *OUTSIDE, *(who for unit in UNITS.values() for who in unit)})
WHO = st.tuples(st.booleans(), st.integers(0, 99))  # who may, or anybody; and which
WHICH = st.integers(0, 1)
DONE: set[str] = set()


@dataclass
class Fact:
    """What a request is, in plain words: the model that the database is held to."""

    code: str
    owner: str | None = None
    owner_unit: str | None = None
    asked: str | None = None
    answered: bool = False
    tried: bool = False
    closed: bool = False
    gone: set[str] = field(default_factory=set)

    @property
    def answers_for_it(self) -> set[str]:
        if self.owner is None:
            return TRIAGE
        leaders = LEADERS.get(self.owner_unit or "", set())
        if self.owner in self.gone:
            return TRIAGE | leaders
        return {self.owner} | leaders

    @property
    def seen_by(self) -> set[str]:
        also = UNITS[self.asked] if self.asked and not self.closed else set()
        return (self.answers_for_it | also) - self.gone


class Requests(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block._from_testcase = True  # type: ignore[attr-defined]
        self.block.__enter__()
        self.facts: list[Fact] = []
        self.gone: set[str] = set()
        self.users = {u.username: u for u in User.objects.filter(username__in=PEOPLE)}
        for number in range(2):
            receipt = asked(address=f"192.0.2.{number}")
            self.facts.append(Fact(receipt.code, gone=self.gone))

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def _who(self, who: tuple[bool, int], which: int) -> str:
        right, nth = who
        fact = self.facts[which]
        may = sorted(fact.seen_by) if right and fact.seen_by else PEOPLE
        return may[nth % len(may)]

    def _try(self, who, which, deed, act, allowed, change) -> None:
        """It is done exactly when the model says it may be; else nothing changes."""
        fact, user = self.facts[which], self.users[who]
        with acting(user.pk, Role.STAFF):
            request = HelpRequest.objects.filter(code=fact.code).first()
            if request is None:
                return
            may = allowed(fact) and who not in self.gone
            try:
                with transaction.atomic():
                    act(request, user)
            except (RuleBroken, Employment.DoesNotExist):
                assert not may, f"{who} could not {deed}"
                return
            except Exception as error:
                assert "row-level security" in str(error) and not may, error
                return
            assert may, f"{who} could {deed}"
            change(fact)
            DONE.add(deed)

    @rule(who=WHO, which=WHICH, to=st.sampled_from(sorted(UNITS)))
    def ask_a_unit(self, who, which, to) -> None:
        who = self._who(who, which)
        unit = Unit.objects.get(name=to)
        staffed = UNITS[to] - self.gone
        self._try(
            *(who, which, "route"),
            lambda r, u: actions.route(r, to=unit, by=u),
            lambda f: who in f.answers_for_it and _free(f) and bool(staffed),
            lambda f: setattr(f, "asked", to),
        )

    @rule(who=WHO, which=WHICH)
    def take_it_back(self, who, which) -> None:
        who = self._who(who, which)
        self._try(
            *(who, which, "take back"),
            lambda r, u: actions.take_back(r, by=u),
            lambda f: who in f.answers_for_it and bool(f.asked) and not f.closed,
            lambda f: setattr(f, "asked", None),
        )

    @rule(who=WHO, which=WHICH)
    def accept_it(self, who, which) -> None:
        who = self._who(who, which)

        def change(fact: Fact) -> None:
            fact.owner, fact.owner_unit, fact.asked = who, fact.asked, None

        self._try(
            *(who, which, "accept"),
            lambda r, u: actions.accept(r, by=_job(u), next_on=in_days(2)),
            lambda f: bool(f.asked) and who in UNITS[f.asked or ""] and not f.closed,
            change,
        )

    @rule(who=WHO, which=WHICH)
    def return_it(self, who, which) -> None:
        who = self._who(who, which)
        self._try(
            *(who, which, "return"),
            lambda r, u: actions.send_back(r, reason="Nei", by=_job(u)),
            lambda f: bool(f.asked) and who in UNITS[f.asked or ""] and not f.closed,
            lambda f: setattr(f, "asked", None),
        )

    @rule(who=WHO, which=WHICH, reached=st.booleans())
    def get_in_touch(self, who, which, reached) -> None:
        who = self._who(who, which)

        def change(fact: Fact) -> None:
            fact.tried, fact.answered = True, fact.answered or reached

        self._try(
            *(who, which, "contact"),
            lambda r, u: actions.record_contact(
                r, reached=reached, next_on=in_days(2), by=u
            ),
            lambda f: who in f.answers_for_it and not f.closed,
            change,
        )

    @rule(who=WHO, which=WHICH, outcome=st.sampled_from(Outcome.values[1:]))
    def close_it(self, who, which, outcome) -> None:
        who = self._who(who, which)

        def allowed(fact: Fact) -> bool:
            ready = {"no_request": True, "not_reached": fact.tried}
            is_ready = ready.get(outcome, fact.answered)
            return who in fact.answers_for_it and _free(fact) and is_ready

        self._try(
            *(who, which, "close"),
            lambda r, u: actions.close(r, outcome=Outcome(outcome), by=u),
            allowed,
            lambda f: setattr(f, "closed", True),
        )

    @rule(who=st.sampled_from(["helper", "second_helper"]), really=st.integers(0, 9))
    def somebody_leaves(self, who, really) -> None:
        if really:  # seldom, or else they would all be gone at once
            return
        leader, user = self.users["help_leader"], self.users[who]
        with acting(leader.pk, Role.STAFF):
            mine = Employment.objects.filter(user=user, ended_at=None)
            mine.update(ended_at="2020-01-01T00:00:00Z")
        self.gone.add(who)

    @invariant()
    def each_sees_what_they_need_and_no_more(self) -> None:
        codes: dict[str, set[str]] = {fact.code: set() for fact in self.facts}
        for name, user in self.users.items():
            with acting(user.pk, Role.STAFF):
                for code in HelpRequest.objects.values_list("code", flat=True):
                    codes[code].add(name)
        assert codes == {fact.code: fact.seen_by for fact in self.facts}

    @invariant()
    def what_is_open_is_somebodys_and_has_a_date(self) -> None:
        for fact in self.facts:
            there = fact.answers_for_it - self.gone
            assert there, "nobody answers for it"
            with acting(self.users[min(there)].pk, Role.STAFF):
                request = HelpRequest.objects.get(code=fact.code)
                assert request.next_on and request.answer_by
                assert request.is_open is not fact.closed
                assert request.routings.open().exists() is bool(fact.asked)
                owner = request.employment.user.username if request.employment else None
                assert owner == fact.owner


def _free(fact: Fact) -> bool:
    return not fact.asked and not fact.closed


def _job(user: User) -> Employment:
    return Employment.objects.current().get(pk=job_of(user).pk)


@pytest.mark.django_db
def test_whatever_happens_a_request_is_never_lost():
    run_state_machine_as_test(
        Requests,
        settings=settings(
            max_examples=10,
            stateful_step_count=30,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_so_does_an_ordinary_week():
    """In order, so that every deed is done: what is only refused proves little."""
    DONE.clear()
    work = Requests()
    try:
        for step in A_WEEK:
            step(work)
            work.each_sees_what_they_need_and_no_more()
            work.what_is_open_is_somebodys_and_has_a_date()
    finally:
        work.teardown()
    assert {"route", "take back", "accept", "return", "contact", "close"} == DONE


TRIAGE_ALONE, HELPER, TRIAGE_TOO, OWNER = (True, 0), (True, 1), (True, 3), (True, 1)
A_WEEK = [
    lambda w: w.ask_a_unit(TRIAGE_ALONE, 0, "Familiesenteret"),
    lambda w: w.take_it_back(TRIAGE_TOO, 0),
    lambda w: w.ask_a_unit(TRIAGE_ALONE, 0, "Familiesenteret"),
    lambda w: w.return_it(HELPER, 0),
    lambda w: w.ask_a_unit(TRIAGE_ALONE, 0, "Familiesenteret"),
    lambda w: w.accept_it(HELPER, 0),
    lambda w: w.get_in_touch(OWNER, 0, False),
    lambda w: w.get_in_touch(OWNER, 0, True),
    lambda w: w.close_it(OWNER, 0, "advice"),
    lambda w: w.ask_a_unit(TRIAGE_ALONE, 1, "Familiesenteret"),
    lambda w: w.accept_it(HELPER, 1),
    lambda w: w.somebody_leaves("helper", 0),
    lambda w: w.ask_a_unit((True, 1), 1, "Helsestasjonen"),
]
