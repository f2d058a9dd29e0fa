"""Raw SQL as the application: the rules hold also where the code forgets them."""

import uuid

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from laget.logs.models import Handover, LevelChange
from tests.cast import job_of, review
from tests.logs.asked import close, raise_level

CLOSED = {
    "closed_why": "other",
    "follows_on": "Kari",
    "child_words": "Ja",
    "child_heard": "1.1",
}
CLOSE = (
    "UPDATE logs_log SET closed_at = now(), closed_by_id = holder_id, {} WHERE id = %s"
)


def run(sql, *values):
    """And every check that waits until the end of the transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def refuses(name, sql, *values):
    with pytest.raises(IntegrityError, match=name):
        run(sql, *values)


def closing(**words):
    told = (CLOSED | words).items()
    return CLOSE.format(", ".join(f"{column} = '{word}'" for column, word in told))


def test_a_log_has_a_holder(at_work, log):
    refuses("holder_id", "UPDATE logs_log SET holder_id = NULL WHERE id = %s", log.pk)


def test_the_holder_is_on_the_team(at_work, log, colleague):
    give = "UPDATE logs_log SET holder_id = %s WHERE id = %s"

    refuses("log_holder_is_on_the_team", give, colleague.pk, log.pk)


def test_the_holder_does_not_change_without_an_accepted_offer(at_work, log, nurse):
    give = "UPDATE logs_log SET holder_id = %s WHERE id = %s"

    refuses("log_is_handed_over_by_acceptance", give, nurse.pk, log.pk)


def test_an_offer_that_waits_hands_over_nothing(at_work, log, nurse, holder):
    Handover.objects.create(log=log, to=job_of(nurse), reason="x", offered_by=holder)
    give = "UPDATE logs_log SET holder_id = %s, held_since = now() WHERE id = %s"

    refuses("log_is_handed_over_by_acceptance", give, nurse.pk, log.pk)


def test_the_holder_does_not_leave_the_team(at_work, log, holder):
    leave = "UPDATE logs_participation SET left_at = now() WHERE employment_id = %s"

    refuses("log_holder_is_on_the_team", leave, job_of(holder).pk)


def test_a_child_has_one_open_log(at_work, log, child, holder, kindergarten):
    again = """INSERT INTO logs_log
        (id, child_id, unit_id, level, holder_id, held_since, opened_at, opened_by_id,
         next_on, closed_why, closed_text, child_words, child_heard, guardian_words,
         follows_on)
        VALUES (%s, %s, %s, 1, %s, now(), now(), %s, now(), '', '', '', '', '', '')"""
    values = (uuid.uuid4(), child.pk, kindergarten.pk, holder.pk, holder.pk)

    refuses("log_one_open_per_child", again, *values)


@pytest.mark.parametrize("level", [1, 3])
def test_the_level_has_reasons(at_work, log, level):
    change = "UPDATE logs_log SET level = %s WHERE id = %s"

    refuses("log_level_has_reasons", change, level, log.pk)


def test_the_level_is_not_raised_with_something_unevaluated(
    log, intervention, at_work, holder
):
    told = {"tried": "x", "how_it_went": "x", "child_view": "x", "heard": "1.1"}
    LevelChange.objects.create(
        log=log,
        from_level=2,
        to_level=3,
        best_interests="x",
        decided_by=holder,
        **told,
    )
    raising = "UPDATE logs_log SET level = 3 WHERE id = %s"

    refuses("log_level_has_reasons", raising, log.pk)

    review(intervention, holder)
    run(raising, log.pk)


@pytest.mark.parametrize("silent", ["tried", "how_it_went", "child_view"])
def test_a_change_of_level_leaves_nothing_unsaid(at_work, log, holder, silent):
    with pytest.raises(IntegrityError, match="level_change_tells_all_that_is_asked"):
        raise_level(log, holder, **{silent: ""})


@pytest.mark.parametrize(
    "column, constraint",
    [
        ("closed_why", "log_closed_with_reason_and_follow_on"),
        ("follows_on", "log_closed_with_reason_and_follow_on"),
        ("child_words", "log_closed_with_the_child_heard_or_why_not"),
        ("child_heard", "log_closed_with_the_child_heard_or_why_not"),
    ],
)
def test_a_log_is_not_closed_without_words(at_work, log, column, constraint):
    refuses(constraint, closing(**{column: ""}), log.pk)
    run(closing(), log.pk)


def test_a_closed_log_stays_closed(at_work, log, holder):
    close(log, holder)

    with pytest.raises(DatabaseError, match="row-level security"):
        run("UPDATE logs_log SET closed_at = NULL WHERE id = %s", log.pk)


@pytest.mark.parametrize(
    "column, value, constraint",
    [
        ("now", 11, "goal_scale_is_from_one_to_ten"),
        ("wanted", 0, "goal_scale_is_from_one_to_ten"),
        ("result", "'reached'", "goal_ended_with_a_result"),
        ("ended_at", "now()", "goal_ended_with_a_result"),
    ],
)
def test_a_goal_is_whole(goal, at_work, column, value, constraint):
    refuses(
        constraint, f"UPDATE logs_goal SET {column} = {value} WHERE id = %s", goal.pk
    )


def test_what_goes_on_has_a_next_date(intervention, at_work, holder):
    made = review(intervention, holder)
    again = """INSERT INTO logs_review (id, log_id, intervention_id, reviewed_by_id,
        reviewed_at, effect, seen, child_view, heard, guardians_view, decision)
        VALUES (%s, %s, %s, %s, now(), 'works', 'x', '', '1.1', '', 'continue')"""
    values = (uuid.uuid4(), made.log_id, intervention.pk, holder.pk)

    refuses("review_goes_on_until_a_date", again, *values)


def test_a_log_is_offered_to_one_at_a_time(at_work, log, colleague, nurse, holder):
    offer = """INSERT INTO logs_handover (id, log_id, offered_by_id, to_id, reason,
        must_know, offered_at, answer) VALUES (%s, %s, %s, %s, 'x', '', now(), '')"""
    run(offer, uuid.uuid4(), log.pk, holder.pk, job_of(colleague).pk)

    values = (uuid.uuid4(), log.pk, holder.pk, job_of(nurse).pk)
    refuses("handover_one_open_per_log", offer, *values)


def test_nobody_offers_in_anothers_name(at_work, log, colleague, nurse):
    with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        Handover.objects.create(
            log=log, to=job_of(colleague), reason="x", offered_by=nurse
        )
