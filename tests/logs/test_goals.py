from datetime import timedelta

import pytest

from laget.kernel import Overtaken, RuleBroken, clock
from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.models import Effect, Goal, Intervention, Next, Result, Review
from tests.cast import STAFF, in_days, review


def test_a_goal_begins_where_the_family_sees_it(goal, at_work):
    assert (goal.start, goal.now, goal.wanted) == (3, 3, None)


def test_whoever_is_responsible_is_on_the_team(at_work, log, colleague):
    with pytest.raises(RuleBroken, match="must be on the team"):
        actions.set_goal(log, text="Lek", owner=colleague, next_on=in_days(9))


def change_goal(goal, owner, version=1, **words):
    told = {"text": "Ny", "now": 5, "wanted": 8, "owner": owner, "next_on": in_days(9)}
    actions.change_goal(goal, version=version, **(told | words))


def test_a_goal_is_reworded_and_given_to_another(goal, at_work, nurse):
    change_goal(goal, nurse)

    goal.refresh_from_db()
    assert (goal.text, goal.now, goal.owner, goal.version) == ("Ny", 5, nurse, 2)


def test_two_who_reword_the_same_goal_both_keep_their_words(goal, at_work, holder):
    change_goal(goal, holder, text="Den første")

    with pytest.raises(Overtaken) as overtaken:
        change_goal(goal, holder, text="Den andre")

    assert overtaken.value.record.text == "Den første"
    assert overtaken.value.mine["text"] == "Den andre"


def test_what_is_done_ends_with_its_goal(goal, intervention, at_work, holder):
    actions.end_goal(goal, result=Result.REACHED, text="Ja!", by=holder)

    intervention.refresh_from_db()
    assert intervention.ended_by == holder


def test_nothing_is_agreed_for_a_goal_that_has_ended(goal, at_work, holder):
    actions.end_goal(goal, result=Result.REACHED, text="Ja!", by=holder)

    with pytest.raises(RuleBroken, match="already ended"):
        actions.add_intervention(
            goal, text="Lek", how_we_see="x", owner=holder, review_on=in_days(9)
        )


def test_what_helps_goes_on_until_the_next_evaluation(intervention, at_work, holder):
    review(intervention, holder)

    intervention.refresh_from_db()
    assert intervention.ended_at is None
    assert intervention.review_on == in_days(30)


def test_what_does_not_help_is_ended(intervention, at_work, holder):
    review(intervention, holder, decision=Next.END)

    intervention.refresh_from_db()
    assert intervention.has_ended
    assert Review.objects.get().next_on is None


def test_what_goes_on_has_a_date(intervention, at_work, holder):
    told = {"effect": Effect.WORKS, "seen": "Ja", "child_view": "Ja", "heard": "1.1"}
    with pytest.raises(RuleBroken, match="look at it again"):
        actions.review(
            *[intervention],
            **told,
            guardians_view="",
            decision=Next.CONTINUE,
            next_on=None,
            by=holder,
        )


def test_nobody_evaluates_what_they_have_not_read(intervention, at_work, holder):
    review(intervention, holder, version=1)

    with pytest.raises(RuleBroken, match="Somebody else"):
        review(intervention, holder, version=1)
    assert Review.objects.count() == 1


def test_what_nobody_has_looked_at_yet_is_known(intervention, at_work, holder):
    before = list(Intervention.objects.not_evaluated())
    review(intervention, holder)

    assert before == [intervention]
    assert not Intervention.objects.not_evaluated().exists()


def test_a_date_that_has_passed_is_not_set_anew(goal, intervention, at_work, holder):
    with pytest.raises(RuleBroken, match="has passed already"):
        change_goal(goal, holder, next_on=in_days(-1))
    told = {"text": "Lek", "how_we_see": "Ser", "owner": holder, "done_by": ""}
    with pytest.raises(RuleBroken, match="has passed already"):
        actions.change_intervention(
            intervention, version=1, review_on=in_days(-1), **told
        )


def test_what_is_overdue_may_be_reworded_without_a_new_date(goal, holder):
    late = clock.now() + timedelta(days=90)
    with clock.at(late), acting(holder.pk, STAFF):
        change_goal(goal, holder, next_on=goal.next_on)

    with acting(holder.pk, STAFF):
        assert Goal.objects.get().text == "Ny"
