"""For random families, on every page and in every file: no byte more than the table.

Families, guardians who come and go, consents, what is held back, and the clock moved;
then everybody at home, a guest, and some at work ask for every page there is, with
every key there is. `tests/proof/homes/table.py` says what each may be shown.
`pytest --proof=long tests/proof/test_homes.py` takes many more families.
"""

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, Phase, example, given, settings

from laget.kernel import clock
from laget.kernel.acting import Role
from laget.messaging import round
from tests import standing_clock
from tests.proof.homes import table
from tests.proof.homes.built import Built
from tests.proof.homes.facts import AT_HOME, HELPERS, ONE_OF_EACH, drawn
from tests.proof.homes.walked import MARK_AT_HOME, found_by, walk

pytestmark = pytest.mark.django_db
STAFF, FAMILY, GUEST = Role.STAFF, Role.FAMILY, Role.GUEST
FAMILIES = {"short": 2, "long": 200}
CALENDARS = {"our-meeting-calendar", "meeting-calendar"}
SEEN, MISSED = set(), set()  # what was shown to somebody, of what they may be shown


@pytest.fixture
def leaves_by_mail(settings):
    settings.EMAIL_HOST = settings.DEFAULT_FROM_EMAIL = "house@example.no"


def test_no_byte_more_than_the_table_says(request, leaves_by_mail):
    how = request.config.getoption("--proof")

    @settings(
        max_examples=FAMILIES[how],
        deadline=None,
        database=None,
        derandomize=how == "short",
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(family=drawn)
    @example(family=ONE_OF_EACH)
    def holds(family):
        before = transaction.savepoint()
        try:
            look_everywhere(Built(family))
        finally:
            mail.outbox.clear()
            transaction.savepoint_rollback(before)

    holds()


def look_everywhere(built):
    home, drawn = built.home, built.drawn
    standing_clock.stand()
    with clock.at(home.now):
        for who in AT_HOME:
            slow = who in ("guardian", AT_HOME[len(home.records) % len(AT_HOME)])
            seen = walk(home, built.users[who], FAMILY, GUEST, slow=slow)
            compare(home, who, seen, table.at_home(home, who))
        seen = walk(home, built.users["doctor"], FAMILY, GUEST)
        compare(home, "doctor", seen, table.as_guest(home))
        for who in (*HELPERS, "colleague", "privacy", drawn["stranger"]):
            seen = walk(home, built.users[who], STAFF)
            compare(home, who, seen, table.at_work(home, who))
            search(home, built.users[who], table.at_work(home, who))
        tell(home, built)


def compare(home, who, seen, may):
    for name, marks in seen.items():
        wrong = {mark: of(home, mark) for mark in marks - may}
        assert wrong == {}, (name, who)
        assert name not in CALENDARS or not marks, name
    shown = set().union(*seen.values())
    SEEN.update((who, of(home, mark)[0]) for mark in shown)
    MISSED.update((who, *of(home, mark)) for mark in may - shown)


def of(home, mark):
    """What the mark stands in, for whoever reads the failure."""
    for record in home.records:
        if mark in record.words:
            return record.kind, record.words[mark], tuple(record.shields)
    return ("name", mark)


def search(home, user, may):
    """What is not theirs is found like what is nowhere."""
    nowhere = found_by(user, "zq000y")
    for mark in sorted(home.all_marks() - may)[:4]:
        assert found_by(user, mark) == nowhere, (user, of(home, mark))


def tell(home, built):
    """Whoever must not know gets no letter; and no letter says anything."""
    round.go_round()
    told = {name for letter in mail.outbox for name in letter.to}
    family = {f"{who}@example.no" for who in AT_HOME if table.is_family(home, who)}
    others = {f"{who}@example.no" for who in ("doctor", *HELPERS)}
    assert told <= family | others
    for letter in mail.outbox:
        assert not marks_in_letter(letter)


def marks_in_letter(letter):
    return MARK_AT_HOME.findall(letter.message().as_string())


def test_what_each_may_be_shown_they_were_shown():
    """Or else the test above would prove nothing."""
    shown = {who: {kind for name, kind in SEEN if name == who} for who, _ in SEEN}
    work = {"entry", "goal", "intervention", "review"}
    between = {"thread", "meeting", "agenda", "minutes", "name"}
    at_home = set().union(*(shown[who] for who in AT_HOME))
    # a form, a level and the worry are read in My data, which the mother opens
    assert at_home >= work | between | {"form", "level", "concern", "voice"}
    assert shown["guardian"] >= work | between | {"voice", "comment", "correction"}
    assert shown["father"] >= work
    assert shown["youth"] >= work | between | {"voice"}
    assert shown["nurse"] >= work | between | {"level", "voice", "form", "concern"}
