"""From a worry to a log that is handed over, evaluated and closed: step by step.

The steps are one story and run in order, once by mouse and once by keyboard alone. The
numbers are those of the main job: what somebody who helps children must be able to do.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.chapters import (
    closing,
    consents,
    helping,
    passing_on,
    together,
    watching,
    worry,
)
from tests.browser.conftest import Tab
from tests.browser.hands import Keyboard, Mouse
from tests.browser.story import (
    ADVISER,
    AT_SCHOOL,
    NEXT_DOOR,
    NURSE,
    ON_CALL,
    TEACHER,
    Story,
)
from tests.served import Served

NAMES = {"mouse": "Iben Musdal", "keyboard": "Tage Tastdal"}
OTHER_WRITERS = {"Iben": "Elisabet Vik", "Tage": "Leif Rosvold"}
HANDS = {"mouse": Mouse, "keyboard": Keyboard}


@pytest.fixture(scope="module", params=["mouse", "keyboard"])
def story(request: Any, browser: Browser, served: Served) -> Iterator[Story]:
    """No complaint of the browser in all of it, from the first page to the last."""
    context = browser.new_context(base_url=served.address, locale="nb-NO")
    tab = Tab(context.new_page())
    yield Story(tab, HANDS[request.param](tab.page), NAMES[request.param])
    context.close()
    assert tab.complaints == []


def test_01a_a_worry_is_written_down_in_a_minute_and_saves_itself(story: Story) -> None:
    worry.write_a_worry(story)


def test_01b_words_survive_a_log_in_that_ran_out(story: Story) -> None:
    worry.lose_the_session(story)


def test_01c_words_left_in_the_window_are_not_shown_to_the_next(story: Story) -> None:
    worry.lose_it_to_another(story)


def test_02_a_team_is_asked_without_a_name_and_answers(story: Story) -> None:
    worry.ask_a_team(story)
    worry.give_advice(story)
    worry.read_the_advice(story)


def test_03_the_child_is_looked_for_and_then_registered(story: Story) -> None:
    worry.register_the_child(story)


def test_04a_the_conversation_with_the_guardians_is_recorded(story: Story) -> None:
    worry.talk_with_the_guardians(story)


def test_04b_who_suspects_violence_says_why_telling_waits(story: Story) -> None:
    worry.wait_with_telling(story)


def test_05_the_red_door_asks_nobody_and_sends_nothing_itself(story: Story) -> None:
    worry.write_a_report(story)
    worry.send_the_report(story)


def test_06_help_in_the_own_unit_is_agreed_and_reviewed(story: Story) -> None:
    helping.decide_to_help(story)
    helping.open_the_log(story)
    helping.set_a_goal(story)
    helping.add_an_intervention(story)
    helping.review_it(story)


def test_07_each_service_is_asked_about_and_a_no_is_a_no(story: Story) -> None:
    consents.ask_and_answer_all(story)


def test_08_the_nurse_and_the_adviser_join_and_see_one_page(story: Story) -> None:
    together.raise_the_level(story)
    together.invite(story, NURSE)
    together.invite(story, ADVISER)
    together.everything_is_on_one_page(story, NURSE)
    together.everything_is_on_one_page(story, ADVISER)


def test_09a_each_of_them_writes(story: Story) -> None:
    together.write_an_entry(story, NURSE, "Målt og veid. Alt er fint.")
    together.write_an_entry(story, ADVISER, "Observert i leken på tirsdag.")
    together.write_an_entry(story, TEACHER, "Snakket med mor i garderoben.")


def test_09b_two_who_change_the_same_goal_both_keep_their_words(story: Story) -> None:
    together.both_change_the_goal(story)


def test_09c_a_mistake_is_undone_without_a_trace(story: Story) -> None:
    together.undo(story)


def test_09d_later_it_is_recalled_and_its_readers_are_named(story: Story) -> None:
    together.recall(story, OTHER_WRITERS[story.name[:4]])


def test_10_a_consent_taken_back_ends_access_at_once(story: Story) -> None:
    consents.take_back(story, consents.ADVICE)
    story.be(ADVISER).finds_nothing("child")


def test_11a_the_log_is_offered_to_the_school_and_still_held(story: Story) -> None:
    passing_on.offer(story, AT_SCHOOL)


def test_11b_the_school_accepts_and_holds_it(story: Story) -> None:
    passing_on.accept(story)


def test_11c_a_leader_hands_on_what_is_left_lying(story: Story) -> None:
    passing_on.hand_on_what_lies(story)
    passing_on.ask_another(story)


def test_13_my_day_shows_what_waits_and_one_button_for_it(story: Story) -> None:
    watching.see_my_day(story, TEACHER)
    watching.see_my_day(story, AT_SCHOOL)


def test_14a_in_an_emergency_one_reads_with_a_reason(story: Story) -> None:
    watching.open_in_an_emergency(story)


def test_14b_the_holder_sees_every_visit(story: Story) -> None:
    watching.see_who_has_looked(story, AT_SCHOOL, [NURSE, ADVISER, ON_CALL])


def test_14c_a_colleague_of_the_next_municipality_finds_nothing(story: Story) -> None:
    story.be(NEXT_DOOR).finds_nothing("child")


def test_12a_the_log_is_closed_with_the_familys_words(story: Story) -> None:
    closing.fill_in_the_end(story, AT_SCHOOL)
    closing.close(story)


def test_12b_it_can_still_be_read_and_a_new_worry_starts_anew(story: Story) -> None:
    closing.read_it_closed(story)
    closing.begin_anew(story)
