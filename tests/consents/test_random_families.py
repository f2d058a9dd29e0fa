"""Random families, answers, orders, withdrawals and days: always as the model says.

The model is the law's own sentence: it stands when all who decide today have said yes
or are excused, and at least one has said yes; who decides is asked of nobody but the
rule. What stood goes on standing until a no, the end of its time, or its withdrawal.
"""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laget.accounts.models import User
from laget.children import actions as children
from laget.children.models import Child
from laget.consents import actions, rules
from laget.consents.limits import Limits, end_of
from laget.consents.models import Consent, How, Said
from laget.consents.standing import standing
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.organisation.models import Service
from tests.cast import FAMILY, STAFF, job_of, make_child

pytestmark = pytest.mark.django_db
LASTS = 120  # days
NAMES = ["guardian", "father", "doctor"]
PEOPLE = [*range(len(NAMES)), None]  # None: the young person

MOSTLY = st.sampled_from([True, True, True, False])
SELDOM = st.sampled_from([False, False, False, True])
guardians = st.lists(st.tuples(MOSTLY, MOSTLY, SELDOM), min_size=0, max_size=3)
turning = st.sampled_from([-50, 1, 30, 900, 1500, 3000])  # days until sixteen
deeds = st.lists(
    st.one_of(
        st.tuples(
            st.just("answer"),
            st.sampled_from([0, 0, 1, 1, 2, None]),
            st.sampled_from(["yes", "yes", "yes", "yes", "excused", "no"]),
            SELDOM,
            st.sampled_from([None, None, 5, 40]),
        ),
        st.tuples(st.just("withdraw"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("end"), st.sampled_from(PEOPLE[:-1])),
        st.tuples(st.just("days"), st.sampled_from([1, 10, 60])),
    ),
    min_size=3,
    max_size=10,
)


@dataclass
class Model:
    """What must hold, worked out anew from what has happened."""

    custody: dict
    age_from: object
    said: dict = field(default_factory=dict)
    stands: bool = False
    ended: bool = False
    earlier: bool = True
    until: object = None

    def deciding(self, day):
        return (
            [None]
            if day >= self.age_from
            else [g for g, has in self.custody.items() if has]
        )

    def answer(self, person, said, from_now, until, day):
        self.said[person] = (said, from_now, until)
        if self.stands and said == "no":
            self.ended = True
        self.settle(day)

    def settle(self, day):
        need = self.deciding(day)
        given = [self.said.get(each, ("", False, None))[0] for each in need]
        complete = all(g in ("yes", "excused") for g in given) and "yes" in given
        if not self.ended and (self.stands or complete):
            self.stands = True
            yes = [s for s in self.said.values() if s[0] == "yes"]
            self.earlier = self.earlier and not any(s[1] for s in yes)
            self.until = min([self.until, *[s[2] for s in yes if s[2]]])


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(family=guardians, turns=turning, deeds=deeds)
def test_it_stands_when_the_model_says_so(holder, bygdevik, family, turns, deeds):
    before = transaction.savepoint()
    try:
        Run(holder, bygdevik, family, turns).through(deeds)
    finally:
        transaction.savepoint_rollback(before)


class Run:
    """One family, in the database and in the model, side by side."""

    def __init__(self, holder, place, family, turns):
        self.holder, self.at = holder, clock.now()
        born = _born(turns)
        youth = User.objects.get(username="youth")
        with acting(holder.pk, STAFF):
            self.child = make_child(
                by=holder,
                municipality=place,
                unit=job_of(holder).unit,
                born_on=born,
                account=youth,
            )
            self.people = [
                children.add_guardian(
                    self.child,
                    name=name,
                    user=User.objects.get(username=name),
                    custody=custody,
                    may_see=may_see,
                    barred=barred,
                )
                for name, (custody, may_see, barred) in zip(NAMES, family, strict=False)
            ]
            self.consent = _asked(self.child, self.at, holder)
        custody = {n: person.custody for n, person in enumerate(self.people)}
        turns_on = born.replace(year=born.year + 16)
        self.model = Model(custody, turns_on, until=self.consent.expires_at)

    def through(self, deeds):
        for deed, *words in deeds:
            with clock.at(self.at):
                getattr(self, deed)(*words)
            with clock.at(self.at):
                self.check()

    def days(self, many):
        self.at += timedelta(days=many)

    def end(self, person):
        if person >= len(self.people) or self.people[person].ended_at:
            return
        with acting(self.holder.pk, STAFF):
            children.end_guardianship(self.people[person])
            actions.settle(self.child, by=self.holder)
        self.model.custody[person] = False
        if self.at <= self.model.until:
            self.model.settle(clock.today())

    def answer(self, person, said, from_now, days):
        if person is not None and person >= len(self.people):
            return
        until = clock.today() + timedelta(days=days) if days else None
        limits = Limits(from_now, until) if said == "yes" else Limits()
        user, how, hat = self.by(person, said)
        try:
            with acting(user.pk, hat), transaction.atomic():
                actions.answer(
                    Consent.objects.get(),
                    guardian=None if person is None else self.people[person],
                    said=Said(said),
                    how=how,
                    on=clock.today(),
                    reason="x" if said == "excused" else "",
                    decided_by="x" if said == "excused" else "",
                    limits=limits,
                    by=user,
                )
        except (RuleBroken, Consent.DoesNotExist):
            return
        last = limits.until and end_of(limits.until)
        self.model.answer(person, said, limits.from_now, last, clock.today())

    def by(self, person, said):
        """Themselves at home, whoever may; else the holder writes it down."""
        with acting(self.holder.pk, STAFF):
            child = Child.objects.select_related("municipality").get()
            known = list(child.guardianships.current())
            who = None if person is None else self.people[person]
            they = standing(child, known, who)
            user = child.account if who is None else who.user
        if they.answers_here and said != "excused" and (who is None or who in known):
            return user, How.PORTAL, FAMILY
        return self.holder, How.ORAL, STAFF

    def withdraw(self, person):
        if not self.model.stands or self.model.ended:
            return
        try:
            with acting(self.holder.pk, STAFF), transaction.atomic():
                actions.withdraw(Consent.objects.get(), by=self.holder)
        except RuleBroken:
            return
        self.model.ended = True

    def check(self):
        with acting(self.holder.pk, STAFF):
            consent = Consent.objects.get()
            need = actions.who_must_answer(Child.objects.get())
            complete = rules.state(need, list(consent.answers.all()))
            assert actions.is_complete(consent) == (complete is rules.State.COMPLETE)
            assert (consent.effective_at is not None) == self.model.stands
            assert (consent.ended_at is not None) == self.model.ended
            assert consent.earlier == self.model.earlier
            assert consent.expires_at == self.model.until
            open_now = self.model.stands and not self.model.ended
            assert consent.stands == (open_now and self.at < self.model.until)


def _born(turns):
    """So that they turn sixteen so many days from now."""
    sixteen = clock.today() + timedelta(days=turns)
    return sixteen.replace(year=sixteen.year - 16, day=min(sixteen.day, 28))


def _asked(child, at, holder):
    return actions.ask(
        child,
        service=Service.objects.get(name="PPT"),
        topics="Lek",
        expires_at=at + timedelta(days=LASTS),
        by=holder,
    )
