"""What a consent opens, part by part: the page's table held against the database."""

from datetime import timedelta

import pytest
from django.db import connection

from laget.concerns.models import Concern, Conversation
from laget.consents import actions as consents
from laget.consents.models import Consent
from laget.consents.opening import PARTS
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Entry, Goal, Review
from tests.cast import STAFF, in_days, job_of, make_concern, make_ready, review
from tests.family.consents.doing import answer, ask

pytestmark = pytest.mark.django_db
BEFORE = timedelta(days=20)
COUNTS = {
    "child": "SELECT count(*) FROM children_guardianship",
    "goals": "SELECT count(*) FROM logs_goal",
    "written": "SELECT (SELECT count(*) FROM logs_entry)"
    " + (SELECT count(*) FROM logs_review)",
    "began": "SELECT (SELECT count(*) FROM concerns_concern)"
    " + (SELECT count(*) FROM concerns_conversation)",
}


@pytest.fixture
def written_before(nora, holder, bygdevik):
    """Her own unit's follow-up, with all that is written in it; nobody else yet."""
    with clock.at(clock.now() - BEFORE), acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=nora)
        make_ready(concern, holder)
        log = logs.open_log(
            nora, by=job_of(holder), level=1, next_on=in_days(60), concern=concern
        )
        goal = logs.set_goal(
            log, text="Nora er med", owner=holder, next_on=in_days(60), start=3
        )
        done = logs.add_intervention(
            goal,
            text="En voksen er med",
            how_we_see="Blir bedt med",
            owner=holder,
            review_on=in_days(30),
        )
        review(done, by=holder)
        logs.write_entry(log, text="Skrevet før", by=holder)
    return log


def let_in(as_family, parents, nora, holder, employee, service, words):
    consent = ask(nora, service, by=holder)
    for parent, word in zip(parents, words, strict=True):
        answer(as_family(parent), consent, word)
    with acting(holder.pk, STAFF):
        logs.invite(nora.logs.get(), employment=job_of(employee))
    return consent


def counted(user):
    with acting(user.pk, STAFF), connection.cursor() as cursor:
        found = {}
        for name, sql in COUNTS.items():
            cursor.execute(sql)
            found[name] = cursor.fetchone()[0]
        return found


def test_from_now_on_hides_what_was_before_from_that_service_and_nobody_else(
    as_family, guardian, father, holder, nurse, adviser, written_before, nora
):
    parents = [guardian, father]
    narrow = ["yes", "from_now"]
    let_in(as_family, parents, nora, holder, adviser, "PPT", narrow)
    let_in(as_family, parents, nora, holder, nurse, "Helsestasjon", ["yes", "yes"])
    all_of_it, seen = counted(holder), counted(adviser)

    assert counted(nurse) == all_of_it
    for part in PARTS:
        if part.name in COUNTS:
            expected = 0 if part.is_kept else all_of_it[part.name]
            assert seen[part.name] == expected, part.name
            assert all_of_it[part.name] > 0


def test_what_is_written_from_then_on_is_seen(
    as_family, guardian, father, holder, adviser, written_before, nora
):
    let_in(
        as_family, [guardian, father], nora, holder, adviser, "PPT", ["from_now"] * 2
    )
    with acting(holder.pk, STAFF):
        logs.write_entry(nora.logs.get(), text="Skrevet etter", by=holder)

    with acting(adviser.pk, STAFF):
        assert [entry.text for entry in Entry.objects.all()] == ["Skrevet etter"]
        assert Goal.objects.exists()
        assert not Review.objects.exists()
        assert not Concern.objects.exists() and not Conversation.objects.exists()
    for person in (guardian, father):
        with acting(person.pk, "family"):
            assert Entry.objects.count() == 2


def test_until_a_day_closes_when_the_day_is_over(
    as_family, guardian, father, holder, adviser, written_before, nora
):
    day = in_days(10).strftime("%d.%m.%Y")
    consent = ask(nora, "PPT", by=holder)
    answer(as_family(guardian), consent, "until", day)
    answer(as_family(father), consent, "yes")
    with acting(holder.pk, STAFF):
        logs.invite(nora.logs.get(), employment=job_of(adviser))
    for days, sees in ((9, True), (12, False)):
        with clock.at(clock.now() + timedelta(days=days)), acting(adviser.pk, STAFF):
            assert Entry.objects.exists() == sees


def test_taken_back_by_the_holder_too_hides_it_all(
    as_family, guardian, father, holder, adviser, written_before, nora
):
    consent = let_in(
        as_family, [guardian, father], nora, holder, adviser, "PPT", ["yes", "yes"]
    )
    with acting(holder.pk, STAFF):
        consents.withdraw(Consent.objects.get(pk=consent.pk), by=holder)
    with acting(adviser.pk, STAFF):
        assert not Entry.objects.exists()
