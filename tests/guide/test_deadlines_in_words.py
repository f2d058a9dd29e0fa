"""A deadline is said as people say it: a time, and what it is counted from."""

import pytest
from django.utils.translation import override

from laget.guide.deadlines import AFTER, all_in_words, in_words
from laget.guide.profile_sections import EVENTS, UNITS_OF_TIME


def due(most: int, unit: str, event: str, **more: object) -> dict[str, object]:
    return {"at_least": 0, "at_most": most, "unit": unit, "from": event, **more}


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (
            due(14, "days", "concern_written"),
            "senest 14 dager etter at bekymringen ble skrevet ned",
        ),
        (
            due(6, "weeks", "goals_agreed", at_least=4),
            "mellom 4 og 6 uker etter at dere ble enige om mål",
        ),
        (due(1, "months", "birth", at_least=1), "1 måned etter fødselen"),
        (due(0, "days", "meeting_held"), "med én gang etter møtet"),
        (
            due(2, "workdays", "other", from_words="du begynte å lure"),
            "senest 2 arbeidsdager (regnet fra: du begynte å lure)",
        ),
        (due(1, "hours", "other"), "senest 1 time"),
        (
            due(1, "weeks", "decided", concern="any"),
            "senest 1 uke etter at det ble bestemt hva som skal gjøres",
        ),
    ],
)
def test_a_deadline_is_said_in_bokmaal(deadline: dict[str, object], said: str) -> None:
    with override("nb"):
        assert in_words(deadline) == said


def test_a_deadline_is_said_in_nynorsk_and_for_whom_it_is() -> None:
    with override("nn"):
        only = in_words(due(3, "weeks", "level_raised", concern="absence"))
        assert only.startswith("seinast 3 veker etter at nivået vart heva (berre for: ")


def test_every_event_and_unit_that_a_profile_may_use_has_words() -> None:
    assert set(AFTER) == {name for name, _ in EVENTS} - {"other"}
    units = [due(2, unit, "birth") for unit, _ in UNITS_OF_TIME]
    assert all("2" in said for said in all_in_words(units))
