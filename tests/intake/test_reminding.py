"""A promise that is broken finds who answers for it, and then a leader."""

from datetime import timedelta

import pytest

from laget.intake.tasks import remind_of_requests
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs.tasks import remind_everyone
from laget.messaging.models import Message
from tests.cast import STAFF, in_days
from tests.intake.requests import accepted, asked, reached, routed

LATE, TOO_LONG = "a_request_is_overdue", "requests_for_help_wait_too_long"


def morning(day, *, times=2):
    with clock.at(clock.now() + (day - clock.today())):
        for _ in range(times):
            remind_of_requests(timestamp=0)
            remind_everyone(timestamp=0)


def told(user, template):
    with acting(user.pk, STAFF):
        return Message.objects.filter(to=user, template=template).count()


def test_on_the_last_day_nobody_is_told(triage, triage_leader):
    one = asked()
    morning(one.answer_by)
    assert told(triage, LATE) == told(triage_leader, TOO_LONG) == 0


@pytest.mark.parametrize(("days", "leader"), [(1, 0), (2, 1), (9, 1)])
def test_triage_first_and_then_its_leader(triage, triage_leader, helper, days, leader):
    one = asked()
    morning(one.answer_by + timedelta(days=days))
    assert told(triage, LATE) == 1
    assert told(triage_leader, TOO_LONG) == leader
    assert told(helper, LATE) == told(triage, "something_is_overdue") == 0


def test_a_unit_that_has_not_answered_is_told_beside_triage(
    triage, helper, help_leader, nurse
):
    one = asked()
    routed(one, triage)
    morning(one.answer_by + timedelta(days=2))
    assert told(triage, LATE) == told(helper, LATE) == 1
    assert told(help_leader, TOO_LONG) == 1
    assert told(nurse, LATE) == 0


def test_once_accepted_it_is_theirs_and_their_leaders(triage, helper, help_leader):
    one = asked()
    routed(one, triage)
    accepted(one, helper)
    morning(in_days(3) + timedelta(days=2))
    assert told(helper, LATE) == 1
    assert told(help_leader, TOO_LONG) == 1
    assert told(triage, LATE) == 0


def test_a_new_date_that_passes_is_told_anew(triage):
    one = asked()
    morning(one.answer_by + timedelta(days=1))
    reached(one, triage, next_on=one.answer_by + timedelta(days=3))
    morning(one.answer_by + timedelta(days=4))
    assert told(triage, LATE) == 2


def test_no_message_says_a_word_of_what_was_asked(triage, triage_leader):
    one = asked()
    morning(one.answer_by + timedelta(days=2))
    with acting(triage_leader.pk, STAFF):
        assert Message.objects.get(template=TOO_LONG).ids == {}
