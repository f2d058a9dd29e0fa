"""The promises of the architecture (invariants 1 to 9), held against thousands of days.

`pytest --proof=long tests/proof/test_invariants.py` runs many more, and longer ones.
"""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.committing import _clear, committing, db  # noqa: F401
from tests.proof.deeds import TRIED
from tests.proof.helping import Helping

pytestmark = pytest.mark.usefixtures("committing")
RUNS = {"short": (60, 30), "long": (2000, 50)}
# To make a failure short takes minutes: worth it only where one has asked for long.
PHASES = {"short": [Phase.generate], "long": [Phase.generate, Phase.shrink]}
ALWAYS_REFUSED = {f"force {deed}" for deed in ("entry", "goal", "invite", "take")}


class Work(Helping):
    def teardown(self):
        try:
            super().teardown()
        finally:
            _clear()


def test_whatever_happens_nothing_that_must_never_break_breaks(request):
    how = request.config.getoption("--proof")
    runs, steps = RUNS[how]
    run_state_machine_as_test(
        Work,
        settings=settings(
            max_examples=runs,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=how == "short",
            phases=PHASES[how],
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_so_does_a_year_of_ordinary_work():
    """In order, so that every deed is done: what is only refused proves little."""
    work = Work()
    try:
        for step in [so_it_began, *A_YEAR]:
            step(work)
            work.everybody_sees_what_they_need_and_no_more()
            work.the_books_hold_nothing_that_must_not_be()
            work.the_holder_is_who_took_it()
    finally:
        work.teardown()


def test_every_deed_was_done_and_every_force_was_refused():
    done = {name for name, how in TRIED if how == "done"}
    assert {name for name, _ in TRIED} - done <= ALWAYS_REFUSED
    assert done & ALWAYS_REFUSED == set()


def so_it_began(work):
    work.so_it_began(4)


A_YEAR = [
    lambda w: w.write_a_concern(None, 0, False),
    lambda w: w.talk_with_the_guardians(None, 0),
    lambda w: w.ask_a_team(None, 0),
    lambda w: w.advise_who_asked(None, 0),
    lambda w: w.pass_a_concern_on(None, 0, "colleague"),
    lambda w: w.decide_a_concern(None, 0, "level_2"),
    lambda w: w.change_a_goal(None, 0, None, 30, False),
    lambda w: w.change_what_is_tried(None, 0, "nurse", 30, False),
    lambda w: w.correct_an_entry(None, 0, False),
    lambda w: w.take_an_entry_away(None, 0, True),
    lambda w: w.write_an_entry(None, 0),
    lambda w: w.take_an_entry_away(None, 1, False),
    lambda w: w.change_the_level(None, 0, 3),
    lambda w: w.change_the_level(None, 0, 2),
    lambda w: w.start_a_report("holder", 0),
    lambda w: w.open_the_emergency_door("caseworker", 0),
    lambda w: w.force_the_door("stranger", 0, "entry"),
    lambda w: w.force_the_door("rector", 0, "goal"),
    lambda w: w.time_passes(121),
    lambda w: w.offer_the_baton(None, 0, "teacher"),
    lambda w: w.take_the_offer_back(None, 0),
    lambda w: w.offer_the_baton(None, 0, "teacher"),
    lambda w: w.answer_the_offer(None, 0, False),
    lambda w: w.offer_the_baton(None, 0, "teacher"),
    lambda w: w.answer_the_offer(None, 0, True),
    lambda w: w.move_to_another_unit(None, 0, "teacher"),
    lambda w: w.end_taking_part("adviser", 2, False),
    lambda w: w.invite_somebody(None, 0, "adviser", ""),
    lambda w: w.end_taking_part(None, 4, True),
    lambda w: w.work_changes("teacher", "away"),
    lambda w: w.hand_on_what_is_left_lying("rector", 0, "nurse"),
    lambda w: w.answer_the_offer("nurse", 0, True),
    lambda w: w.work_changes("teacher", "back"),
    lambda w: w.evaluate(None, 0, "end", 30),
    lambda w: w.end_a_goal(None, 0),
    lambda w: w.withdraw_a_consent(None, 1),
    lambda w: w.end_a_guardianship(None, 0),
    lambda w: w.close_a_log(None, 0, True),
    lambda w: w.time_passes(60 * 24 * 400),
]
