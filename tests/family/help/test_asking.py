"""Help is asked for without a referral, logged in, and one sees what becomes of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from laget.family.help.progress import ENDED
from laget.intake import actions
from laget.intake.models import HelpRequest, Outcome
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.organisation.models import Municipality, Unit
from tests.cast import STAFF, in_days, job_of
from tests.family import FAMILY

WORDS = "Vi sover lite og krangler mye."
ANSWER = {"words": WORDS, "for_whom": "my_child", "reach": "phone", "phone": "41234567"}
INTERNAL = "Kjenner familien fra før, vær obs"


@pytest.fixture
def asked(as_family, guardian, nora, noras_log):
    where = reverse("our-help", args=[nora.pk])
    sent = as_family(guardian).post(where, ANSWER)
    assert sent.status_code == 302
    return sent["Location"]


def the_request(person):
    with acting(person.pk, STAFF):
        return HelpRequest.objects.select_related("municipality").get()


def route_and_accept(triage, helper):
    request = the_request(triage)
    with acting(triage.pk, STAFF):
        unit = Unit.objects.get(name="Familiesenteret")
        actions.route(request, to=unit, words=INTERNAL, by=triage)
    with acting(helper.pk, STAFF):
        actions.accept(request, by=job_of(helper), next_on=in_days(2))


def test_triage_sees_that_it_came_from_someone_logged_in(
    asked, as_user, triage, guardian
):
    request = the_request(triage)
    assert request.account_id == guardian.pk
    page = as_user(triage).get(reverse("help-request", args=[request.pk]))
    assert "Spurte innlogget som privatperson" in page.content.decode()
    assert "Maria Sand" not in page.content.decode()


def test_one_follows_it_from_received_to_closed_in_plain_words(
    asked, as_family, guardian, triage, helper
):
    client = as_family(guardian)
    page = client.get(asked).content.decode()
    assert "Vi har fått det." in page and "Bygdevik svarer deg" in page
    route_and_accept(triage, helper)
    assert "Familiesenter har det nå" in client.get(asked).content.decode()
    with acting(helper.pk, STAFF):
        request = HelpRequest.objects.get()
        actions.record_contact(
            request, reached=True, words=INTERNAL, next_on=in_days(3), by=helper
        )
    assert "Vi har vært i kontakt med deg." in client.get(asked).content.decode()
    with acting(helper.pk, STAFF):
        request = HelpRequest.objects.get()
        actions.close(request, outcome=Outcome.HELP, words=INTERNAL, by=helper)
    page = client.get(asked).content.decode()
    assert "Hjelpen er i gang i en av tjenestene våre." in page
    assert INTERNAL not in page


@pytest.mark.parametrize("outcome", [each for each in Outcome if each])
def test_every_outcome_has_words_for_the_one_who_asked(outcome):
    assert str(ENDED[outcome])


@pytest.mark.parametrize("who", ["father", "youth", "barred", "doctor"])
def test_nobody_else_follows_it(asked, as_family, request, nora, who):
    client = as_family(request.getfixturevalue(who))
    assert client.get(asked).status_code == 404
    seen = client.get(reverse("family-help")).content.decode()
    assert asked not in seen


def test_a_lower_log_in_is_enough_to_ask_and_not_to_follow(as_family, doctor, triage):
    client = as_family(doctor, level="substantial")
    where = reverse("family-help")
    assert client.get(where).status_code == 200
    place = the_place("Bygdevik")
    sent = client.post(where, {**ANSWER, "municipality": place})
    page = sent.content.decode()
    assert sent.status_code == 200 and "Vi har fått det" in page
    request = the_request(triage)
    assert request.code in page
    follow = reverse("our-request", args=[request.pk])
    assert client.get(follow).status_code == 403
    assert follow not in client.get(where).content.decode()
    assert client.get(where).status_code == 200
    assert as_family(doctor).get(follow).status_code == 200


def the_place(name):
    return str(Municipality.objects.get(name=name).pk)


def test_a_young_person_is_spoken_to_as_one(as_family, youth, nora, noras_log):
    page = as_family(youth).get(reverse("our-help", args=[nora.pk])).content.decode()
    assert "stort og smått" in page
    assert 'value="me" ' in page


def test_sent_twice_it_is_one_request(as_family, guardian, triage, nora, noras_log):
    where, client = reverse("our-help", args=[nora.pk]), as_family(guardian)
    once = "6f1f3ab0-7a4e-4a54-9c53-0e7a5a3f4b11"
    first = client.post(where, {**ANSWER, "once": once})
    again = client.post(where, {**ANSWER, "once": once})
    assert first["Location"] == again["Location"]
    assert the_request(triage)


def test_what_is_typed_is_kept_when_something_is_missing(
    as_family, guardian, nora, noras_log
):
    where = reverse("our-help", args=[nora.pk])
    sent = as_family(guardian).post(where, ANSWER | {"phone": ""})
    assert sent.status_code == 422
    assert WORDS in sent.content.decode()


def test_a_machine_that_asks_and_asks_is_stopped(as_family, guardian, nora, noras_log):
    where, client = reverse("our-help", args=[nora.pk]), as_family(guardian)
    for n in range(20):
        assert client.post(where, ANSWER | {"words": f"{n} {WORDS}"}).status_code == 302
    assert client.post(where, ANSWER).status_code == 429
    with clock.at(clock.now() + timedelta(hours=2)):
        later = as_family(guardian)
        assert later.post(where, ANSWER).status_code == 302


def test_nothing_is_asked_in_the_name_of_another(as_family, guardian, nora, noras_log):
    where = reverse("our-help", args=[nora.pk])
    told = {**ANSWER, "account": "x", "code": "MIN", "closed_words": "x"}
    as_family(guardian).post(where, told)
    with acting(guardian.pk, FAMILY):
        mine = HelpRequest.objects.get()
    assert mine.account_id == guardian.pk and mine.code != "MIN"
    assert mine.closed_words == ""
