"""How a deed is done here: by somebody, through the door's rule, then accounted for.

Every deed is also tried by people who may not. What is refused leaves nothing behind.
"""

from collections import Counter
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import Error
from django.db.models import ObjectDoesNotExist
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from laget.access import door
from laget.accounts.models import User
from laget.audit import chain
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.organisation.models import Employment, TeamMember
from tests.proof.books import (
    ALL,
    DECIDING,
    FAMILY,
    NEW,
    SOME,
    STAFF,
    TABLES,
    WRONG,
    ask_owner,
    is_kept,
    seen_by,
)
from tests.proof.facts import Job
from tests.proof.world import World
from tests.standing import PEOPLE, WITHOUT_WORK

ENTITLED = None
DONE, REFUSED = object(), object()
WHO = st.one_of(
    *[st.just(ENTITLED)] * 3, st.sampled_from(sorted(PEOPLE))
)  # mostly somebody who may
NR = st.integers(0, 7)
TRIED = Counter()  # by deed: how often it was done, refused, forced
OSLO = ZoneInfo("Europe/Oslo")


def pick(things, nr):
    return list(things)[nr % len(things)]


class Deeds(RuleBasedStateMachine):
    """The world so far, the same one in the database, and how the two are compared."""

    def __init__(self):
        super().__init__()
        self.users = {u.username: u for u in User.objects.all()}
        self.names = {u.pk: name for name, u in self.users.items()}
        start = clock.now().astimezone(OSLO).replace(hour=10, minute=0)
        members = TeamMember.objects.values_list(
            "employment__user__username", flat=True
        )
        self.world = World(start, [as_job(job) for job in jobs()], set(members))
        self.employments = {e.user.username: e for e in jobs()}
        self.line, self.nr, self.has_changed = last_line(), 0, True

    def word(self, what):
        """Words found nowhere else."""
        self.nr += 1
        return f"{what} nummer {self.nr:04d}"

    def day(self, days):
        return self.world.now.date() + timedelta(days=days)

    # Doing -----------------------------------------------------------------------

    def do(self, name, who, action, key, call, *, may, noted):
        """Through the door, as `who`. `may` is what the model says; answers REFUSED."""
        user = self.users[who]
        try:
            with clock.at(self.world.now), acting(user.pk, STAFF):
                record = door.allowed(user, action).filter(pk=key).first()
                assert (record is not None) == may, (
                    f"{who} {'may' if may else 'may not'} {action}; not by the rule"
                )
                done = call(record, user) if record is not None else REFUSED
        except RuleBroken:
            done = REFUSED
        self.account(name, who, done, noted)
        return DONE if done is None else done

    def force(self, name, who, insider, action, key, call):
        """Round the door: the record in hand, no rule asked. Nothing comes of it."""
        with clock.at(self.world.now), acting(self.users[insider].pk, STAFF):
            record = action.model._default_manager.get(pk=key)
        try:
            with clock.at(self.world.now), acting(self.users[who].pk, STAFF):
                call(record, self.users[who])
        except (RuleBroken, Error, ObjectDoesNotExist):
            pass
        else:
            raise AssertionError(f"{who} forced {name} past the database")
        self.account(name, who, REFUSED, "")

    def account(self, name, who, done, noted):
        """A deed leaves an event and a history by who did it; a refusal none."""
        lines = ask_owner(NEW, self.line)
        TRIED[name, "refused" if done is REFUSED else "done"] += 1
        if done is REFUSED:
            assert lines == [], f"{name} was refused and left {lines}"
            return
        self.line, self.has_changed = lines[-1][0], True
        assert {(line[2], line[3]) for line in lines} == {
            (self.users[who].pk, STAFF.value)
        }, f"{name} by {who} was written down as somebody else's"
        assert noted in {line[4] for line in lines if line[1] == "e"}, (name, lines)
        assert "h" in {line[1] for line in lines}, f"{name} left no history"

    def owner_of(self, who, entitled):
        """Who tries it: the one named, or somebody who may."""
        return who or next(iter(sorted(entitled)), "holder")

    # After each step -------------------------------------------------------------

    @invariant()
    def everybody_sees_what_they_need_and_no_more(self):
        """Asked anew when something was done, or time has passed."""
        if self.has_changed:
            self.compare_all(SOME, DECIDING)
        self.has_changed = False

    def compare_all(self, sql, kinds):
        with clock.at(self.world.now):
            for name in PEOPLE:
                self.compare(name, STAFF, self.world.seen_by_staff(name), sql, kinds)
            for name in WITHOUT_WORK:
                self.compare(name, FAMILY, self.world.seen_by_family(name), sql, kinds)
            self.compare("guardian", STAFF, set(), sql, kinds)
            self.compare("holder", FAMILY, set(), sql, kinds)

    def compare(self, name, role, expected, sql, kinds):
        seen = seen_by(self.users[name], role, sql)
        expected = {(kind, key) for kind, key in expected if kind in kinds}
        assert seen == expected, (
            f"{name} as {role}: sees {sorted(map(str, seen - expected))} too much,"
            f" misses {sorted(map(str, expected - seen))}"
        )

    @invariant()
    def the_books_hold_nothing_that_must_not_be(self):
        for what, sql in WRONG.items():
            assert ask_owner(sql) == [], f"not so: {what}"

    @invariant()
    def the_holder_is_who_took_it(self):
        held = "SELECT id, holder_id, level, closed_at IS NOT NULL FROM logs_log"
        expected = {
            (log.id, self.users[log.holder].pk, log.level, log.closed)
            for log in self.world.logs
        }
        assert set(ask_owner(held)) == expected

    def teardown(self):
        """Every table, every version of every text; and the chain is whole."""
        self.compare_all(ALL, set(TABLES))
        for thing in [
            *(self.world.goals + self.world.interventions),
            *(self.world.entries + self.world.concerns),
        ]:
            for text in thing.texts:
                assert is_kept(thing.id, text), f"lost: {text}"
        verdict = chain.verify(using="owner")
        assert verdict.is_right, verdict.wrong
        assert verdict.lines == self.line


def jobs():
    return Employment.objects.select_related("user", "unit__service").prefetch_related(
        "unit__service__municipalities"
    )


def as_job(job):
    served = frozenset(m.pk for m in job.unit.service.municipalities.all())
    return Job(
        job.pk,
        job.user.username,
        job.unit_id,
        job.unit.service_id,
        served,
        job.is_leader,
    )


def last_line():
    return ask_owner("SELECT nr FROM audit_head")[0][0]
