"""The page of what the plans ask for says nothing that is not there."""

import pytest

from laget.organisation.profile import coverage
from laget.organisation.profile.coverage import Row, _faults, faults, found


def test_every_row_of_every_plan_is_there_and_names_what_exists():
    assert list(faults()) == []


@pytest.mark.parametrize(
    "where",
    [
        "vennesla/teams:Mobilt team",
        "vennesla/plan#measures.slt",
        "vest-telemark/services:NAV Vest-Telemark#municipalities",
        "page:programmes",
        "tests/organisation/test_seed_coverage.py",
    ],
)
def test_what_is_there_is_found(where):
    assert found(where)


@pytest.mark.parametrize(
    "where",
    [
        "vennesla/teams:Et team som ikke finnes",
        "vennesla/plan#measures.nothing",
        "vennesla/plan#nothing",
        "atlantis/plan",
        "vennesla/nothing:here",
        "page:nowhere",
        "tests/test_of_nothing.py",
        "",
    ],
)
def test_what_is_not_there_is_missed(where):
    assert not found(where)


@pytest.mark.parametrize(
    ("status", "where", "work", "said"),
    [
        ("done", (), (), 'X1: "done" is no status.'),
        ("seen", (), (), "X1 is seen, and does not say where."),
        ("seen", ("vennesla/plan",), (), "X1 is seen, and names no page, test or file"),
        ("later", (), (), "X1 is later, and does not say work."),
        ("later", (), ("magic",), 'X1: "magic" is no kind of work.'),
        ("data", ("vennesla/plan#nothing",), (), "X1: vennesla/plan#nothing is not"),
    ],
)
def test_a_row_that_claims_too_much_is_told(status, where, work, said):
    row = Row("X1", "something", status, where, work, "")
    assert any(each.startswith(said) for each in _faults(row, coverage.told()))
