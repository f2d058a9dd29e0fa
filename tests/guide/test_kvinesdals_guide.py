"""The guide a worried teacher reads: complete, connected, and with its safety exits."""

from pathlib import Path

import pytest

from laget.guide.models import Verb
from laget.guide.text import Block, blocks
from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.reading import read_profile

PROFILES = Path(__file__).resolve().parents[2] / "profiles"


@pytest.fixture(scope="module")
def steps() -> dict[str, Facts]:
    guide = read_profile(PROFILES / "kvinesdal").get("guides", "staff")
    assert guide
    return {step["key"]: step for step in guide.facts["steps"]}


def test_every_step_of_the_four_levels_is_there(steps: dict[str, Facts]) -> None:
    expected = ["0.1", "0.2", "0.3a", "0.3b", "0.4"]
    expected += [f"{level}.{step}" for level in (1, 2, 3) for step in range(1, 6)]

    assert set(expected) <= steps.keys()


def test_every_step_can_be_reached_from_the_first_worry(
    steps: dict[str, Facts],
) -> None:
    reached, ahead = set[str](), ["0.1"]
    while ahead:
        number = ahead.pop()
        if number not in reached:
            reached.add(number)
            ahead += [way["to"] for way in steps[number]["next"]]

    assert reached == steps.keys()


def test_no_step_is_a_dead_end(steps: dict[str, Facts]) -> None:
    assert [key for key, step in steps.items() if not step["next"]] == []


def test_something_does_each_thing_the_software_can_do(
    steps: dict[str, Facts],
) -> None:
    assert {step["verb"] for step in steps.values()} == set(Verb.values)


def test_reporting_is_one_step_away_until_it_is_decided(
    steps: dict[str, Facts],
) -> None:
    for number in ["0.1", "0.2", "0.3a", "0.3b", "0.4"]:
        assert "M" in {way["to"] for way in steps[number]["next"]}


def test_on_suspicion_of_violence_the_parents_are_not_told_first(
    steps: dict[str, Facts],
) -> None:
    assert "ikke ta det opp med foreldrene først" in steps["0.3b"]["how"]
    assert "ikke si det til foreldrene før" in steps["M"]["how"]


def test_a_step_may_lead_back_and_past_a_level(steps: dict[str, Facts]) -> None:
    from_the_decision = {way["to"] for way in steps["0.4"]["next"]}
    from_level_two = {way["to"] for way in steps["2.5"]["next"]}

    assert "3.1" in from_the_decision
    assert "1.3" in from_level_two


def test_a_list_and_a_paragraph_are_told_apart() -> None:
    text = "One line\ngoes on.\n\n- first\n- second"

    assert blocks(text) == [
        Block(is_list=False, lines=("One line goes on.",)),
        Block(is_list=True, lines=("first", "second")),
    ]
