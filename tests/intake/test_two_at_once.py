"""Two people at once, and what is committed: one wins, the other is told kindly."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.db import DatabaseError

from laget.intake import actions
from laget.intake.asking import takes_requests
from laget.intake.models import HelpRequest
from laget.intake.tasks import forget_knocks, tell_triage
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.messaging.models import Message
from tests.cast import STAFF, in_days, job_of
from tests.committing import as_owner, db  # noqa: F401
from tests.intake.requests import asked, request_of, routed
from tests.logs.test_two_at_once import at_once


@pytest.fixture
def one(triage):
    found = asked()
    routed(found, triage)
    return found


def test_one_of_two_who_accept_at_once_has_it(one, helper, second_helper):
    late = request_of(one, second_helper)
    early = deepcopy(late)
    told = {"next_on": in_days(2)}

    error = at_once(
        *(helper, lambda: actions.accept(early, by=job_of(helper), **told)),
        *(second_helper, actions.accept, late),
        by=job_of(second_helper),
        **told,
    )

    assert isinstance(error, RuleBroken)
    assert request_of(one, helper).employment == job_of(helper)
    assert request_of(one, second_helper) is None


def test_it_is_not_accepted_while_it_is_taken_back(one, triage, helper):
    late, mine = request_of(one, helper), request_of(one, triage)

    error = at_once(
        *(triage, lambda: actions.take_back(mine, by=triage)),
        *(helper, actions.accept, late),
        by=job_of(helper),
        next_on=in_days(2),
    )

    assert isinstance(error, RuleBroken)
    assert request_of(one, triage).employment is None


def test_triage_is_told_once_that_somebody_asks(triage, triage_leader, bygdevik):
    asked()
    for _ in range(2):
        tell_triage(municipality=str(bygdevik.pk))
    for person, number in ((triage, 1), (triage_leader, 0)):
        with acting(person.pk, STAFF):
            messages = Message.objects.filter(template="someone_asks_for_help")
            assert messages.count() == number


def test_the_job_that_tells_triage_is_queued_when_the_request_is_kept(bygdevik):
    asked()
    row = as_owner(
        "DELETE FROM procrastinate_jobs WHERE task_name = 'tell_triage'"
        " RETURNING args ->> 'municipality'"
    )
    assert row == (str(bygdevik.pk),)


def test_knocks_are_forgotten(bygdevik):
    asked()
    with clock.at(clock.now() + timedelta(hours=2)):
        as_owner("UPDATE intake_knock SET at = at - interval '2 hours'")
        forget_knocks(timestamp=0)
    assert as_owner("SELECT count(*) FROM intake_knock") == (0,)


def test_where_nobody_would_answer_nothing_is_taken(bygdevik, triage):
    as_owner("UPDATE organisation_appointment SET ended_at = now()")
    try:
        assert not takes_requests(bygdevik)
        with pytest.raises(DatabaseError, match="row-level security"):
            asked()
    finally:
        as_owner("UPDATE organisation_appointment SET ended_at = NULL")
    assert takes_requests(bygdevik)


def test_a_unit_where_nobody_is_at_work_is_not_asked(triage, nurse):
    found = asked()
    as_owner("UPDATE organisation_employment SET away_from = '2020-01-01'")
    with pytest.raises(RuleBroken):
        routed(found, triage)
    with acting(triage.pk, STAFF):
        assert not HelpRequest.objects.get().routings.exists()
