import pytest

from laget.kernel import RuleBroken
from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.models import Handover, Log, Result
from tests.cast import STAFF, in_days, job_of
from tests.logs.asked import close


def test_a_closed_log_keeps_the_familys_words_and_who_follows_on(at_work, log, holder):
    close(log, holder)

    log.refresh_from_db()
    assert not log.is_open
    assert (log.child_words, log.follows_on) == (
        *("Jeg har venner nå.", "Kari på avdelingen."),
    )


def test_each_goal_ends_with_a_result(log, goal, intervention, at_work, holder):
    close(log, holder)

    goal.refresh_from_db()
    intervention.refresh_from_db()
    assert goal.result == Result.REACHED
    assert intervention.has_ended


def test_a_goal_cannot_be_left_without_a_result(log, goal, at_work, holder):
    with pytest.raises(RuleBroken, match="Nora leker"):
        close(log, holder, results={})

    log.refresh_from_db()
    assert log.is_open


def test_a_log_that_is_closed_is_offered_to_nobody(log, holder, colleague):
    with acting(holder.pk, STAFF):
        actions.offer(log, to=job_of(colleague), reason="Bytte", by=holder)
        close(log, holder)

        assert not Handover.objects.open().exists()


def test_a_closed_log_can_still_be_read(log, holder, nurse):
    with acting(holder.pk, STAFF):
        close(log, holder)

    with acting(nurse.pk, STAFF):
        assert Log.objects.get(pk=log.pk).follows_on


def test_nothing_is_done_in_a_closed_log(at_work, log, holder):
    close(log, holder)

    with pytest.raises(RuleBroken, match="closed"):
        actions.set_goal(log, text="Lek", owner=holder, next_on=in_days(9))


def test_a_new_log_starts_anew_after_the_first_is_closed(at_work, log, child, holder):
    close(log, holder)

    new = actions.open_log(child, by=job_of(holder), next_on=in_days(9))

    assert new.is_open
    assert not new.goals.exists()
