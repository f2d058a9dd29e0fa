from datetime import timedelta

import pytest

from laget.audit.models import Event
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.models import Log
from tests.cast import (
    STAFF,
    decide,
    in_days,
    job_of,
    make_concern,
    make_consent,
    make_ready,
)
from tests.logs.asked import close


@pytest.fixture
def at_child(child, holder):
    with acting(holder.pk, STAFF):
        yield child


def open_log(child, holder, **facts):
    return actions.open_log(
        child, by=job_of(holder), **({"next_on": in_days(30)} | facts)
    )


def test_whoever_opens_a_log_holds_it_and_is_on_the_team(at_child, holder):
    log = open_log(at_child, holder)

    assert (log.level, log.holder, log.unit) == (1, holder, job_of(holder).unit)
    assert log.has_on_team(holder)
    assert Event.objects.filter(action="log.opened").count() == 1


def test_a_child_has_one_open_log(at_child, holder):
    open_log(at_child, holder)

    with pytest.raises(RuleBroken, match="already has an open log"):
        open_log(at_child, holder)
    assert Log.objects.count() == 1


def test_a_log_is_not_shared_before_the_family_has_said_yes_to_others(at_child, holder):
    with pytest.raises(RuleBroken, match="consent"):
        open_log(at_child, holder, level=2)


def test_a_log_is_shared_when_the_family_has_said_yes(at_child, holder, nurse):
    make_consent(at_child, job_of(nurse).unit.service, by=holder)

    assert open_log(at_child, holder, level=2).is_shared


def test_consent_for_the_own_service_alone_does_not_share_the_log(at_child, holder):
    make_consent(at_child, job_of(holder).unit.service, by=holder)

    with pytest.raises(RuleBroken, match="consent"):
        open_log(at_child, holder, level=2)


def test_a_log_is_looked_at_again_on_a_day_to_come(at_child, holder):
    with pytest.raises(RuleBroken, match="next date"):
        open_log(at_child, holder, next_on=clock.today() - timedelta(days=1))


def test_a_log_grows_from_a_concern_that_was_decided(at_child, holder, bygdevik):
    concern = make_concern(holder, bygdevik, child=at_child)
    make_ready(concern, holder)
    decide(concern, holder)

    assert open_log(at_child, holder, concern=concern).concern == concern


def test_the_next_date_is_moved_to_another_day(at_work, log):
    actions.look_again(log, on=in_days(5))

    log.refresh_from_db()
    assert log.next_on == in_days(5)


def test_the_next_date_is_never_in_the_past(at_work, log):
    with pytest.raises(RuleBroken, match="next date"):
        actions.look_again(log, on=in_days(-1))


def test_who_is_no_longer_on_the_team_is_told_that_others_have_opened_one(
    log, child, holder, nurse
):
    with acting(holder.pk, STAFF):
        close(log, holder)
        open_log(child, holder)

    with acting(nurse.pk, STAFF), pytest.raises(RuleBroken, match="already has"):
        open_log(child, nurse)
