"""Two people at once, each in a connection of their own; what is done is committed."""

from copy import deepcopy

import pytest

from laget.kernel import Overtaken, RuleBroken
from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.models import Goal, Handover, Intervention, Log, Review
from tests.cast import STAFF, in_days, job_of, review
from tests.committing import InAnotherConnection, db  # noqa: F401
from tests.logs.asked import close, raise_level

TOO_LATE = RuleBroken


@pytest.fixture
def offered(log, holder, colleague):
    with acting(holder.pk, STAFF):
        return actions.offer(log, to=job_of(colleague), reason="Bytte", by=holder)


def at_once(first, then, user, action, *arguments, **named):
    """`first` acts and has not committed; `user` tries meanwhile, and waits."""
    late = InAnotherConnection(user, action, *arguments, **named)
    with acting(first.pk, STAFF):
        then()
        late.start()
        late.wait_until_it_waits()
        assert late.is_alive(), "a lock holds it up"
    late.join()
    return late.error


@pytest.mark.parametrize("first", [actions.accept, actions.decline])
@pytest.mark.parametrize("second", [actions.accept, actions.decline])
def test_an_offer_is_answered_once(log, offered, holder, colleague, first, second):
    late = deepcopy(offered)

    error = at_once(colleague, lambda: first(offered), colleague, second, late)

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        is_accepted = first is actions.accept
        assert Handover.objects.get().accepted is is_accepted
        assert Log.objects.get().holder == (colleague if is_accepted else holder)


def test_an_offer_is_not_accepted_while_it_is_taken_back(
    log, offered, holder, colleague
):
    late = deepcopy(offered)

    error = at_once(
        holder, lambda: actions.take_back(offered), colleague, actions.accept, late
    )

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert Log.objects.get().holder == holder


def test_nothing_is_written_in_a_log_that_is_being_closed(log, holder, nurse):
    late = deepcopy(log)

    error = at_once(
        *(holder, lambda: close(log, holder)),
        *(nurse, actions.write_entry, late),
        text="For sent.",
        by=nurse,
    )

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert not log.entries.exists()


def test_a_log_that_is_being_closed_is_offered_to_nobody(log, holder, colleague):
    late, to = deepcopy(log), job_of(colleague)

    error = at_once(
        *(holder, lambda: close(log, holder)),
        *(holder, actions.offer, late),
        to=to,
        reason="Bytte",
        by=holder,
    )

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert not Handover.objects.exists()


def test_a_log_that_is_being_closed_is_not_accepted(log, offered, holder, colleague):
    late = deepcopy(offered)

    error = at_once(holder, lambda: close(log, holder), colleague, actions.accept, late)

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert Log.objects.get().holder == holder


def test_two_evaluations_of_the_same_thing_are_not_made_unseen(
    log, intervention, holder, nurse
):
    late = deepcopy(intervention)

    error = at_once(
        *(holder, lambda: review(intervention, holder, version=1)),
        *(nurse, review, late, nurse),
        version=1,
    )

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert Review.objects.get().reviewed_by == holder


def test_two_who_reword_a_goal_at_once_both_keep_their_words(log, goal, holder, nurse):
    late = deepcopy(goal)
    told = {"version": 1, "now": 3, "wanted": 8, "owner": holder, "next_on": in_days(9)}

    error = at_once(
        *(holder, lambda: actions.change_goal(goal, text="Først", **told)),
        *(nurse, actions.change_goal, late),
        text="Så",
        **told,
    )

    assert isinstance(error, Overtaken)
    assert error.mine["text"] == "Så"
    with acting(holder.pk, STAFF):
        assert Goal.objects.get().text == "Først"


def test_a_child_does_not_get_two_open_logs(child, holder):
    late = deepcopy(child)
    told = {"by": job_of(holder), "next_on": in_days(9)}

    error = at_once(
        *(holder, lambda: actions.open_log(child, **told)),
        *(holder, actions.open_log, late),
        **told,
    )

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert Log.objects.count() == 1


def test_the_level_is_not_raised_past_something_just_begun(log, goal, holder, nurse):
    late = deepcopy(log)
    told = {"text": "Lek", "how_we_see": "x", "owner": nurse, "review_on": in_days(9)}

    error = at_once(
        *(nurse, lambda: actions.add_intervention(goal, **told)),
        *(holder, raise_level, late, holder),
    )

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert Intervention.objects.count() == 1
        assert Log.objects.get().level == 2


def test_nobody_leaves_while_being_made_responsible(log, holder, nurse):
    with acting(holder.pk, STAFF):
        part = log.participations.current().for_team().get(employment__user=nurse)
        late = type(part).objects.select_related("log", "employment").get(pk=part.pk)
    told = {"text": "Sove godt", "owner": nurse, "next_on": in_days(9)}

    error = at_once(
        *(holder, lambda: actions.set_goal(log, **told)),
        *(nurse, actions.leave, late),
    )

    assert isinstance(error, TOO_LATE)
    with acting(holder.pk, STAFF):
        assert log.has_on_team(nurse)
