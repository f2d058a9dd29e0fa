"""A strict browser, an old machine, a script that did not arrive: the work is done.

The short way of the main job with JavaScript off: a worry, the child, a consent, the
log, a goal, an entry, the end.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chapters import closing, consents, helping, together, worry
from tests.browser.conftest import Tab
from tests.browser.hands import Mouse
from tests.browser.story import TEACHER, Story
from tests.served import Served


@pytest.fixture(scope="module")
def story(browser: Browser, served: Served) -> Iterator[Story]:
    context = browser.new_context(
        base_url=served.address, locale="nb-NO", java_script_enabled=False
    )
    tab = Tab(context.new_page())
    yield Story(tab, Mouse(tab.page), "Ylva Uttegard")
    context.close()


def test_1_a_worry_is_written_and_saved(story: Story) -> None:
    story.be(TEACHER).hand.follow("Jeg er bekymret")
    story.hand.write("Hva har du lagt merke til?", worry.SEEN)
    story.hand.press("Start")
    story.remember("concern", "Hva fungerer bra?")
    story.hand.write("Hva fungerer bra?", worry.STRENGTHS)
    story.hand.press("Lagre")
    story.says("Det er lagret.")
    story.has("Hva fungerer bra?", worry.STRENGTHS)


def test_2_the_child_is_registered_and_the_guardians_heard(story: Story) -> None:
    worry.register_the_child(story)
    worry.talk_with_the_guardians(story)


def test_3_the_log_opens_and_has_a_goal(story: Story) -> None:
    helping.decide_to_help(story)
    helping.open_the_log(story)
    helping.set_a_goal(story)


def test_4_a_consent_is_asked_for_and_answered(story: Story) -> None:
    consents.ask(story, [consents.CLINIC])
    consents.answer(story, consents.CLINIC, "Ja")


def test_5_an_entry_is_written_and_found_in_the_timeline(story: Story) -> None:
    together.write_an_entry(story, TEACHER, "Snakket med far i dag.")
    story.page.locator("#kind").select_option(index=1)
    story.hand.press("Vis")
    story.reads("Snakket med far i dag.")


def test_6_the_log_is_read_through_and_closed(story: Story) -> None:
    closing.fill_in_the_end(story, TEACHER)
    closing.close(story)
    expect(story.page.get_by_role("link", name="Skriv i loggen")).to_have_count(0)
