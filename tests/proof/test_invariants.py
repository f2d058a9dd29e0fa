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
ALWAYS_REFUSED = set()


class Work(Helping):
    def teardown(self):
        try:
            super().teardown()
        finally:
            _clear()


def test_whatever_happens_nothing_that_must_never_break_breaks(request):
    how = request.config.getoption("--proof")
    runs, steps = RUNS[how]
    TRIED.clear()
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
    never = {name for name, _ in TRIED if not TRIED[name, "done"]}
    assert never == ALWAYS_REFUSED, (
        "these were never done, so nothing is proved of them"
    )
