"""What is overdue finds its owner, then the leader; each thing is said once."""

from datetime import timedelta

import pytest

from laget.consents import actions as consents
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.remind import remind
from laget.logs.tasks import at_work, remind_everyone
from laget.messaging.models import Message
from tests.cast import STAFF, in_days, job_of


def night(days, *, times=1):
    """The morning's job, so many days from now."""
    with clock.at(clock.now() + timedelta(days=days)):
        for _ in range(times):
            remind_everyone(timestamp=0)


def told(user, template):
    with acting(user.pk, STAFF):
        return Message.objects.filter(to=user, template=template).count()


@pytest.mark.parametrize(("days", "said"), [(300, 0), (306, 1), (336, 1), (359, 1)])
def test_a_holder_is_told_when_consents_run_out(holder, nurse, log, days, said):
    night(days, times=2)
    assert told(holder, "a_consent_runs_out") == said * 2  # two services
    assert told(nurse, "a_consent_runs_out") == 0


def test_once_at_sixty_thirty_and_seven_days_and_when_it_has_run_out(holder, log):
    for days in range(300, 372, 3):
        night(days)
    assert told(holder, "a_consent_runs_out") == 3 * 2
    assert told(holder, "a_consent_has_run_out") == 2


def test_a_consent_taken_back_reminds_nobody(holder, log):
    with acting(holder.pk, STAFF):
        for consent in log.child.consents.live():
            consents.withdraw(consent, by=holder)
    night(306)
    assert told(holder, "a_consent_runs_out") == 0


def test_what_is_overdue_finds_its_owner_once_and_after_a_week_the_leader(
    holder, leader, nurse, intervention
):
    night(30)
    assert told(holder, "something_is_overdue") == 0  # it is due that very day
    night(31, times=2)
    assert told(holder, "something_is_overdue") == 1
    assert told(leader, "work_in_your_unit_is_long_overdue") == 0
    night(37, times=2)
    assert told(holder, "something_is_overdue") == 1
    assert told(leader, "work_in_your_unit_is_long_overdue") == 1
    assert told(nurse, "something_is_overdue") == 0


def test_a_new_date_that_passes_is_a_new_reminder(holder, log):
    night(61)
    with clock.at(clock.now() + timedelta(days=61)), acting(holder.pk, STAFF):
        logs.look_again(log, on=in_days(10))
    night(75)
    assert told(holder, "something_is_overdue") == 2


def test_the_leader_is_told_nothing_about_the_child(holder, leader, intervention):
    night(40)
    with acting(leader.pk, STAFF):
        late = "work_in_your_unit_is_long_overdue"
        assert Message.objects.get(template=late).ids == {}


def test_the_leader_is_alarmed_from_the_first_day_of_a_long_absence(
    holder, leader, rector, log
):
    with acting(leader.pk, STAFF):
        logs.record_absence(
            job_of(holder), away_from=in_days(3), away_until=in_days(90), by=leader
        )
    night(2)
    assert told(leader, "a_log_is_left_lying") == 0
    night(3, times=3)
    assert told(leader, "a_log_is_left_lying") == 1
    assert told(rector, "a_log_is_left_lying") == 0
    night(12)  # another week, and still in nobody's hands
    assert told(leader, "a_log_is_left_lying") == 2


def test_nobody_is_alarmed_about_what_is_already_offered(
    holder, leader, colleague, log
):
    with acting(holder.pk, STAFF):
        logs.offer(log, to=job_of(colleague), reason="Permisjon", by=holder)
    with acting(leader.pk, STAFF):
        logs.record_absence(
            job_of(holder), away_from=in_days(3), away_until=None, by=leader
        )
    night(4)
    assert told(leader, "a_log_is_left_lying") == 0


def test_when_someone_has_left_the_log_is_left_lying_and_never_lost(
    holder, leader, log
):
    with acting(leader.pk, STAFF):
        logs.end_work(job_of(holder), by=leader)
    assert holder not in at_work()
    night(1)
    assert told(leader, "a_log_is_left_lying") == 1


def test_the_leader_of_the_units_own_task_is_told_too(nurse, holder, leader, log):
    """The nurse holds what is the kindergarten's own task, and leaves her office."""
    with acting(holder.pk, STAFF):
        handover = logs.offer(log, to=job_of(nurse), reason="-", by=holder)
    with acting(nurse.pk, STAFF):
        logs.accept(handover)
    with acting(holder.pk, STAFF):
        for consent in log.child.consents.live():
            consents.withdraw(consent, by=holder)
    night(0)
    assert told(leader, "a_log_is_left_lying") == 1


def test_what_fails_for_one_stops_nobody_and_is_said(holder, intervention, monkeypatch):
    from django.db import DatabaseError

    from laget.logs import tasks

    def fails_for_some(person):
        if person.username == "adviser":
            raise DatabaseError
        remind(person)

    monkeypatch.setattr(tasks, "remind", fails_for_some)
    with pytest.raises(RuntimeError, match="1 people"):
        night(31)
    assert told(holder, "something_is_overdue") == 1


def test_visits_of_the_job_are_not_taken_for_the_persons(holder, log):
    from laget.audit.models import Event

    night(61)
    with acting(holder.pk, STAFF):
        assert not Event.objects.filter(via="remind").exists()
