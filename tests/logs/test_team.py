import pytest

from laget.consents import actions as consents
from laget.kernel import RuleBroken
from laget.kernel.acting import acting
from laget.logs import actions, joining
from laget.logs.joining import Why
from laget.logs.models import Participation, Result
from tests.cast import STAFF, in_days, job_of
from tests.seen import consent_of, sees


def part_of(log, user):
    return log.participations.current().get(employment__user=user)


def test_someone_of_the_own_unit_joins_without_consent(at_work, log, colleague):
    actions.invite(log, employment=job_of(colleague))

    assert log.has_on_team(colleague)


def test_nobody_joins_from_a_service_the_family_has_not_said_yes_to(
    at_work, log, teacher
):
    with pytest.raises(RuleBroken, match="not said yes"):
        actions.invite(log, employment=job_of(teacher))


def test_a_law_that_is_named_lets_somebody_take_part(at_work, log, caseworker):
    actions.invite(log, employment=job_of(caseworker), statute="en lov § 1")

    assert Participation.objects.get(statute="en lov § 1").employment.user == caseworker


def test_nobody_is_on_the_team_twice(at_work, log, nurse):
    with pytest.raises(RuleBroken, match="already on the team"):
        actions.invite(log, employment=job_of(nurse))


def test_whoever_is_taken_off_the_team_sees_no_more(log, holder, nurse):
    assert sees(nurse)
    with acting(holder.pk, STAFF):
        actions.remove(part_of(log, nurse))

    assert not sees(nurse)


def test_the_holder_cannot_leave(at_work, log, holder):
    with pytest.raises(RuleBroken, match="holder cannot leave"):
        actions.leave(part_of(log, holder))


def test_nobody_leaves_with_something_they_are_responsible_for(at_work, log, nurse):
    actions.set_goal(log, text="Sove godt", owner=nurse, next_on=in_days(9))

    with pytest.raises(RuleBroken, match="responsible for something"):
        actions.remove(part_of(log, nurse))


def test_what_is_ended_holds_nobody_back(at_work, log, nurse, holder):
    goal = actions.set_goal(log, text="Sove godt", owner=nurse, next_on=in_days(9))
    actions.end_goal(goal, result=Result.REACHED, text="", by=holder)

    actions.remove(part_of(log, nurse))

    assert not log.has_on_team(nurse)


def test_the_team_says_because_of_what_each_takes_part(
    at_work, log, child, holder, nurse, adviser, caseworker
):
    actions.invite(log, employment=job_of(caseworker), statute="en lov § 1")
    consents.withdraw(consent_of(child, adviser), by=holder)

    found = {member.user: member.why for member in joining.members(log)}

    assert found == {
        holder: Why.OWN_UNIT,
        nurse: Why.CONSENT,
        caseworker: Why.LAW,
        adviser: Why.NONE,
    }


def test_the_holder_stands_first_on_the_team(at_work, log, holder):
    assert joining.members(log)[0].user == holder


def test_those_who_may_join_are_the_own_units_and_those_with_consent(
    at_work, log, child, colleague, nurse, teacher, stranger
):
    may = {job.user for job in joining.candidates(child, log.unit)}

    assert {colleague, nurse} <= may
    assert not {teacher, stranger} & may


def test_nobody_without_sight_of_the_log_is_given_something_to_be_responsible_for(
    at_work, log, child, holder, nurse
):
    consents.withdraw(consent_of(child, nurse), by=holder)

    assert nurse not in {job.user for job in joining.team(log)}
    with pytest.raises(RuleBroken, match="must be on the team"):
        actions.set_goal(log, text="Sove", owner=nurse, next_on=in_days(9))
