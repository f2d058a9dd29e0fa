"""From the asking to the answer: somebody is always responsible, and says so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from laget.intake import actions
from laget.intake.asking import TooMany, code_of, sign_of
from laget.intake.models import HelpRequest, Outcome, Routing
from laget.kernel import RuleBroken, clock, workdays
from laget.kernel.acting import acting
from laget.messaging.models import Message
from tests.cast import STAFF, in_days, job_of
from tests.intake.requests import (
    accepted,
    asked,
    closed,
    reached,
    request_of,
    returned,
    routed,
)


def told(user, template):
    with acting(user.pk, STAFF):
        return Message.objects.filter(to=user, template=template).count()


def test_an_answer_is_promised_within_the_municipalitys_working_days(triage, bygdevik):
    one = asked()
    promised = workdays.ahead(clock.today(), bygdevik.reply_days)
    found = request_of(one, triage)
    assert one.answer_by == found.answer_by == found.next_on == promised
    assert found.received_at.date() <= promised


def test_sent_again_it_is_the_same_request(triage):
    once = uuid4()
    first, again = asked(once=once), asked(once=once)
    other = asked(once=once, words="Noe annet.")
    with acting(triage.pk, STAFF):
        assert HelpRequest.objects.count() == 2
    assert first.code == again.code != other.code


def test_far_too_many_from_one_address_are_stopped_and_others_are_not(triage):
    for _ in range(20):
        asked(address="2001:db8::1")
    with pytest.raises(TooMany):
        asked(address="2001:db8::2")  # of the same household
    asked(address="192.0.2.7")
    with acting(triage.pk, STAFF):
        assert HelpRequest.objects.count() == 21


def test_an_address_is_nowhere_and_stands_for_nothing_an_hour_later(triage):
    asked(address="192.0.2.7")
    now = sign_of("192.0.2.7")
    assert "192" not in now and now == sign_of("192.0.2.7 ")
    with clock.at(clock.now() + timedelta(hours=1)):
        assert sign_of("192.0.2.7") != now


def test_the_code_says_nothing_and_is_easy_to_say(triage):
    one = asked()
    request = request_of(one, triage)
    assert one.code == code_of(request.pk)
    assert len(one.code) == 9 and str(request.pk)[:8] not in one.code


def test_the_giver_answers_for_it_until_the_receiver_has_said_yes(triage, helper):
    one = asked()
    routed(one, triage)
    request = request_of(one, triage)
    assert request.employment is None and request.unit is None
    accepted(one, helper)
    request = request_of(one, helper)
    assert request.employment == job_of(helper)
    assert request.unit.name == "Familiesenteret"
    assert told(triage, "a_request_was_accepted") == 1


def test_everyone_at_work_in_the_unit_is_told_and_nobody_else(
    triage, helper, second_helper, help_leader, nurse
):
    routed(asked(), triage)
    for person in (helper, second_helper, help_leader):
        assert told(person, "a_unit_is_asked_to_help") == 1
    assert told(nurse, "a_unit_is_asked_to_help") == 0


def test_returned_with_a_reason_it_lies_where_it_was(triage, helper):
    one = asked()
    routed(one, triage)
    returned(one, helper, reason="Dette er for skolen.")
    assert told(triage, "a_request_was_returned") == 1
    with acting(triage.pk, STAFF):
        assert Routing.objects.get().reason == "Dette er for skolen."
    routed(one, triage, to="Helsestasjonen")


def test_without_a_reason_nothing_is_returned(triage, helper):
    one = asked()
    routed(one, triage)
    with pytest.raises(IntegrityError, match="returned_with_a_reason"):
        returned(one, helper, reason="")


def test_a_unit_is_asked_by_one_at_a_time_and_can_be_let_off(triage):
    one = asked()
    routed(one, triage)
    with pytest.raises(RuleBroken):
        routed(one, triage, to="Helsestasjonen")
    with acting(triage.pk, STAFF):
        actions.take_back(request_of_now(one), by=triage)
    routed(one, triage, to="Helsestasjonen")


@pytest.mark.parametrize("unit", ["Lia barnehage", "Strand barnehage", "Barnevernet"])
def test_a_unit_that_takes_no_requests_or_serves_others_is_not_asked(triage, unit):
    one = asked()
    with pytest.raises(DatabaseError, match="row-level security"):
        routed(one, triage, to=unit)


def test_an_office_several_share_is_asked_only_for_those_it_serves(stranger_leader):
    one = asked("Fjordby")
    routed(one, stranger_leader, to="PPT Dalane")
    other = asked("Fjordby")
    with pytest.raises(DatabaseError, match="row-level security"):
        routed(other, stranger_leader, to="Familiesenteret")


def test_the_first_time_somebody_is_reached_is_the_answer(triage):
    one = asked()
    reached(one, triage, reached=False)
    assert request_of(one, triage).answered_at is None
    reached(one, triage)
    answered = request_of(one, triage).answered_at
    reached(one, triage)
    assert request_of(one, triage).answered_at == answered is not None


@pytest.mark.parametrize("outcome", [each for each in Outcome if each.needs_an_answer])
def test_nothing_is_closed_as_helped_before_somebody_was_spoken_with(triage, outcome):
    one = asked()
    with pytest.raises(RuleBroken):
        closed(one, triage, outcome)
    reached(one, triage)
    closed(one, triage, outcome)
    assert not request_of(one, triage).is_open


def test_not_reached_needs_a_try(triage):
    one = asked()
    with pytest.raises(RuleBroken):
        closed(one, triage, Outcome.NOT_REACHED)
    reached(one, triage, reached=False)
    closed(one, triage, Outcome.NOT_REACHED)


def test_what_is_closed_stays_as_it_was(triage):
    one = asked()
    closed(one, triage, Outcome.NO_REQUEST)
    with pytest.raises(RuleBroken):
        reached(one, triage)
    with (
        acting(triage.pk, STAFF),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        HelpRequest.objects.update(next_on=in_days(9))


def test_the_next_date_is_never_in_the_past(triage):
    one = asked()
    with pytest.raises(RuleBroken):
        reached(one, triage, next_on=in_days(-1))


def test_who_was_asked_and_has_said_nothing_cannot_speak_for_it(triage, helper):
    one = asked()
    routed(one, triage)
    with pytest.raises(DatabaseError, match="row-level security"):
        reached(one, helper)


def request_of_now(receipt):
    return HelpRequest.objects.get(code=receipt.code)
