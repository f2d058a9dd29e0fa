"""Requests for help as they are worked with: one way on from each state."""

import pytest
from django.urls import reverse

from laget.intake.models import HelpRequest, Outcome
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.messaging.models import Message
from laget.organisation.models import Unit
from tests.cast import STAFF, in_days
from tests.intake.requests import (
    WORDS,
    accepted,
    asked,
    closed,
    reached,
    request_of,
    returned,
    routed,
)

LIST = "/requests/"


def address(name, request):
    return reverse(name, kwargs={"helprequest_id": request.pk})


def typed(day):
    return day.strftime("%d.%m.%Y")


def test_from_the_asking_to_the_answer_through_the_pages(
    as_user, triage, helper, second_helper
):
    one = asked()
    request = request_of(one, triage)
    unit = Unit.objects.get(name="Familiesenteret")
    at_triage, at_unit = as_user(triage), as_user(helper)
    assert WORDS[:20] in at_triage.get(LIST).content.decode()
    assert at_unit.get(address("help-request", request)).status_code == 404
    told = {"to": str(unit.pk), "words": "Kan dere?"}
    sent = at_triage.post(address("route-request", request), told)
    assert sent.status_code == 302
    assert "Kan dere?" in at_unit.get(sent["Location"]).content.decode()
    on = {"next_on": typed(in_days(2))}
    yes = at_unit.post(address("accept-request", request), on)
    assert yes["Location"] == address("help-request", request)
    late = as_user(second_helper).post(address("accept-request", request), on)
    assert late.status_code == 404 and "/requests/" in late.content.decode()
    assert at_triage.get(address("help-request", request)).status_code == 404
    told = {"reached": "yes", "told_who": "on", "words": "Møtes", **on}
    at_unit.post(address("contact-asker", request), told)
    told = {"outcome": Outcome.ADVICE, "words": ""}
    at_unit.post(address("close-request", request), told)
    done = request_of(one, helper)
    assert done.answered_at and done.outcome == Outcome.ADVICE


def test_returned_with_a_reason_it_is_with_triage_again(as_user, triage, helper):
    one = asked()
    routed(one, triage)
    request, client = request_of(one, helper), as_user(helper)
    empty = client.post(address("return-request", request), {"reason": ""})
    assert empty.status_code == 422
    sent = client.post(address("return-request", request), {"reason": "Skolen."})
    assert sent["Location"] == LIST
    shown = as_user(triage).get(address("help-request", request)).content.decode()
    assert "Skolen." in shown


def test_a_rule_that_says_no_is_told_at_the_field(as_user, triage):
    request = request_of(asked(), triage)
    told = {"outcome": Outcome.ADVICE, "words": "Ferdig snakket."}
    answer = as_user(triage).post(address("close-request", request), told)
    assert answer.status_code == 422
    assert "Ferdig snakket." in answer.content.decode()


@pytest.mark.parametrize("who", ["nurse", "holder", "stranger_leader", "triage_leader"])
def test_hidden_and_missing_answer_alike(request, as_user, triage, who):
    one = request_of(asked(), triage)
    client = as_user(request.getfixturevalue(who))
    here = client.get(address("help-request", one))
    one.pk = "00000000-0000-4000-8000-000000000000"
    nowhere = client.get(address("help-request", one))
    assert here.status_code == nowhere.status_code == 404
    assert without_keys(here) == without_keys(nowhere)


def without_keys(response):
    from tests.proof.walking import without_names

    return without_names(response.content.decode())


def test_the_list_says_what_to_do_first(as_user, triage, helper):
    states = {"new": asked(), "waits": asked(), "back": asked(), "spoken": asked()}
    routed(states["waits"], triage)
    routed(states["back"], triage)
    returned(states["back"], helper)
    reached(states["spoken"], triage)
    done = asked()
    closed(done, triage, Outcome.NO_REQUEST)
    body = as_user(triage).get(LIST).content.decode()
    places = [body.index(f'id="{key}" aria') for key in ("new", "back", "waits")]
    assert places == sorted(places)
    assert 'id="spoken" aria' in body and 'id="closed" aria' in body
    assert 'id="asked" aria' in as_user(helper).get(LIST).content.decode()


def test_found_by_its_code_and_by_no_other_word(as_user, triage):
    one, other = asked(), asked(words="Noe helt annet")
    body = as_user(triage).get(LIST, {"code": one.code.lower()}).content.decode()
    assert one.code in body and other.code not in body


def test_what_is_overdue_stands_first_and_on_my_day(as_user, triage, nurse):
    one = asked()
    with clock.at(clock.now() + (in_days(20) - clock.today())):
        client = as_user(triage)
        body = client.get(LIST).content.decode()
        day = client.get("/day/").content.decode()
    assert 'id="late" aria' in body
    assert one.code in day
    assert one.code not in as_user(nurse).get("/day/").content.decode()


def test_my_day_has_what_my_unit_is_asked_and_what_is_mine(
    as_user, triage, helper, second_helper
):
    one = asked()
    routed(one, triage)
    assert one.code in as_user(helper).get("/day/").content.decode()
    assert one.code not in as_user(triage).get("/day/").content.decode()
    accepted(one, helper)
    assert one.code in as_user(helper).get("/day/").content.decode()
    assert one.code not in as_user(second_helper).get("/day/").content.decode()


def test_a_message_leads_there(as_user, triage, helper):
    one = asked()
    routed(one, triage)
    with acting(helper.pk, STAFF):
        message = Message.objects.get(to=helper)
    answer = as_user(helper).post(f"/inbox/{message.pk}/")
    request = request_of(one, helper)
    assert answer["Location"] == address("help-request", request)


def test_reply_times_count_out_nobody(as_user, triage, bygdevik, nurse, rector):
    for _ in range(bygdevik.small_number_threshold - 1):
        reached(asked(), triage)
    few = as_user(triage).get("/requests/reply-times/").content.decode()
    assert 'colspan="4"' in few
    reached(asked(), triage)
    closed(asked(), triage, Outcome.NO_REQUEST)  # it was none
    asked()
    many = as_user(triage).get("/requests/reply-times/").content.decode()
    assert 'colspan="4"' not in many
    assert '<td class="num" data-label="' in many and ">6</td>" in many
    assert as_user(rector).get("/requests/reply-times/").status_code == 200
    assert as_user(nurse).get("/requests/reply-times/").status_code == 403


def test_another_municipalitys_numbers_are_theirs(as_user, triage, stranger_leader):
    for _ in range(9):
        asked()
    shown = as_user(stranger_leader).get("/requests/reply-times/").content.decode()
    assert "Bygdevik" not in shown.split("<main")[1]
    with acting(stranger_leader.pk, STAFF):
        assert not HelpRequest.objects.exists()


@pytest.mark.parametrize("number", [1, 40])
def test_the_pages_ask_the_database_few_times(
    as_user, triage, number, django_assert_max_num_queries
):
    for n in range(number):
        asked(address=f"192.0.2.{n}")
    request = request_of(asked(address="192.0.3.1"), triage)
    client = as_user(triage)
    for url in (LIST, address("help-request", request)):
        with django_assert_max_num_queries(22):  # also what the tests themselves ask
            assert client.get(url).status_code == 200
