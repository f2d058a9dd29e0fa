"""A leader sees load and what is left lying, hands it on, and reads no name or word."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.kernel import clock
from laget.kernel.acting import acting
from laget.kernel.protected import protected_models
from laget.logs import actions as logs
from laget.logs.actions.away import alarm
from laget.logs.models import Handover, Log
from laget.messaging.models import Message
from tests.cast import STAFF, in_days, job_of, make_child

SECRETS = ["Nora", "Sand", "leker med andre", "voksen er med", "HEMMELIG"]


@pytest.fixture
def away(holder, leader, log, intervention):
    """The holder is away from today, and the log is left lying."""
    with acting(leader.pk, STAFF):
        logs.record_absence(
            job_of(holder), away_from=in_days(0), away_until=None, by=leader
        )
    return log


def says_nothing(page):
    return not any(secret in page for secret in SECRETS)


def open_unit(client):
    return client.get(reverse("unit")).content.decode()


def test_load_is_shown_by_person_and_nothing_about_the_child(
    as_user, leader, intervention
):
    page = open_unit(as_user(leader))
    assert "Kari Lund" in page
    assert says_nothing(page)


@pytest.mark.parametrize("who", ["holder", "nurse", "adviser", "stranger"])
def test_only_leaders_come_in(as_user, request, intervention, who):
    client = as_user(request.getfixturevalue(who))
    assert client.get(reverse("unit")).status_code == 403


def test_another_leader_sees_nothing_of_it(as_user, rector, stranger_leader, away):
    for leader in (rector, stranger_leader):
        page = open_unit(as_user(leader))
        assert "NS," not in page and "Kari Lund" not in page
        there = as_user(leader).get(reverse("hand-on", args=[away.pk]))
        assert there.status_code == 404


def test_raw_sql_shows_a_leader_no_content(leader, away):
    """As the leader, whole tables: no name of a child, no word of what is written."""
    with acting(leader.pk, STAFF), connection.cursor() as cursor:
        for model in protected_models():
            table = model._meta.db_table
            try:
                with transaction.atomic():
                    cursor.execute(f"SELECT t::text FROM {table} t")
                    rows = " ".join(row for (row,) in cursor.fetchall())
            except Exception as denied:  # not even the table
                assert "permission denied" in str(denied)
                continue
            assert says_nothing(rows), table


def test_what_is_left_lying_is_handed_on_and_the_other_accepts(
    as_user, leader, colleague, away
):
    client = as_user(leader)
    page = open_unit(client)
    assert "NS," in page and says_nothing(page)
    there = reverse("hand-on", args=[away.pk])
    assert says_nothing(client.get(there).content.decode())
    with acting(leader.pk, STAFF):
        to = job_of(colleague).pk
    answer = client.post(there, {"to": to, "reason": "Kari er sykmeldt"})
    assert answer["Location"] == reverse("unit")
    with acting(colleague.pk, STAFF):
        handover = Handover.objects.get()
        logs.accept(handover)
        assert Log.objects.get().holder == colleague
    assert "NS," not in open_unit(client)


def test_a_leader_may_ask_themselves(as_user, leader, away):
    there = reverse("hand-on", args=[away.pk])
    as_user(leader).post(there, {"to": job_of(leader).pk, "reason": "Jeg tar den"})
    with acting(leader.pk, STAFF):
        logs.accept(Handover.objects.get())
        assert Log.objects.get().holder == leader


@pytest.mark.parametrize("asking", ["holder", "leader"])
def test_a_question_that_nobody_answers_is_taken_back_and_another_is_asked(
    as_user, request, leader, colleague, holder, log, asking
):
    """Also what the holder had offered before going away."""
    if asking == "holder":
        with acting(holder.pk, STAFF):
            logs.offer(log, to=job_of(colleague), reason="-", by=holder)
    with acting(leader.pk, STAFF):
        logs.record_absence(
            job_of(holder), away_from=in_days(0), away_until=None, by=leader
        )
    client, there = as_user(leader), reverse("hand-on", args=[log.pk])
    if asking == "leader":
        client.post(there, {"to": job_of(colleague).pk, "reason": "-"})
    assert "Per Moe" in client.get(there).content.decode()
    client.post(reverse("ask-another", args=[log.pk]))
    answer = client.post(there, {"to": job_of(leader).pk, "reason": "-"})
    assert answer["Location"] == reverse("unit")
    with acting(leader.pk, STAFF):
        assert Handover.objects.open().get().to.user == leader


def test_it_is_not_offered_outside_the_unit_nor_to_the_one_who_is_away(
    as_user, leader, teacher, holder, away
):
    there = reverse("hand-on", args=[away.pk])
    for user in (teacher, holder):
        answer = as_user(leader).post(there, {"to": job_of(user).pk, "reason": "-"})
        assert answer.status_code == 422
    with acting(leader.pk, STAFF):
        assert not Handover.objects.exists()


def test_what_is_in_good_hands_is_not_the_leaders_to_hand_on(as_user, leader, log):
    assert as_user(leader).get(reverse("hand-on", args=[log.pk])).status_code == 404


def test_an_absence_is_written_down_and_what_is_held_is_listed(
    as_user, leader, holder, log
):
    there = reverse("absence", args=[job_of(holder).pk])
    page = as_user(leader).get(there).content.decode()
    assert "NS," in page and says_nothing(page)
    wrong = {"away_from": "1.3.2027", "away_until": "1.2.2027"}
    assert as_user(leader).post(there, wrong).status_code == 422
    assert as_user(leader).post(there, {"away_from": "x"}).status_code == 422
    answer = as_user(leader).post(there, {"away_from": "1.3.2027"})
    assert answer.status_code == 302
    assert job_of(holder).away_from.isoformat() == "2027-03-01"


def test_ending_someones_work_is_never_refused_and_ends_all_they_saw(
    as_user, leader, holder, log
):
    job = job_of(holder)
    answer = as_user(leader).post(reverse("end-work", args=[job.pk]))
    assert answer.status_code == 302
    with acting(holder.pk, STAFF):
        assert not Log.objects.exists()
    assert "NS," in open_unit(as_user(leader))


def test_back_at_work(as_user, leader, holder, away):
    as_user(leader).post(reverse("back-at-work", args=[job_of(holder).pk]))
    assert not job_of(holder).is_away
    with acting(holder.pk, STAFF):
        assert Log.objects.get().holder == holder


@pytest.mark.parametrize("who", ["holder", "colleague", "rector", "stranger_leader"])
@pytest.mark.parametrize("name", ["absence", "end-work", "back-at-work"])
def test_nobody_else_decides_about_someones_work(as_user, request, holder, who, name):
    client = as_user(request.getfixturevalue(who))
    answer = client.post(reverse(name, args=[job_of(holder).pk]))
    assert answer.status_code == 403
    assert job_of(holder).ended_at is None


def test_the_other_leaders_are_told_at_once(nurse, leader, away, holder):
    """Whoever wrote the absence down knows already; everyone else is told."""
    with acting(leader.pk, STAFF):
        lying = Message.objects.filter(template="a_log_is_left_lying")
        assert lying.count() == 0
        alarm(job_of(holder), by=nurse)
        alarm(job_of(holder), by=nurse)
        assert lying.count() == 1


def test_the_cost_is_the_same_for_one_log_and_for_many(
    as_user, leader, holder, away, bygdevik, kindergarten
):
    client = as_user(leader)
    with CaptureQueriesContext(connection) as one:
        open_unit(client)
    with acting(holder.pk, STAFF):
        for number in range(10):
            child = make_child(
                by=holder,
                municipality=bygdevik,
                unit=kindergarten,
                name=f"Barn Nr{number}",
            )
            logs.open_log(child, by=job_of(holder), level=1, next_on=in_days(1))
    with CaptureQueriesContext(connection) as many:
        open_unit(client)
    assert len(one) == len(many) <= 15


def test_late_work_is_counted(as_user, leader, intervention):
    with clock.at(clock.now() + timedelta(days=40)):
        page = open_unit(as_user(leader))
    assert 'data-color="warning"' in page
