"""From a worry to a log that is handed over, evaluated and closed: step by step.

The steps are one story and run in order, once by mouse and once by keyboard alone. The
numbers are those of the main job in docs/map.md's sense: what a user must be able to do.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Tab
from tests.browser.hands import Hand, Keyboard, Mouse
from tests.served import Served

TEACHER, LEADER = "Turid Haugland", "Randi Egeland"
NURSE, ADVISER = "Ingrid Moland", "Henrik Aas"
AT_SCHOOL, ABROAD = "Silje Nordbø", "Stian Borøy"
NAMES = {"mouse": "Iben Musdal", "keyboard": "Tage Tastdal"}
HANDS = {"mouse": Mouse, "keyboard": Keyboard}
SEEN = "Sitter ofte alene i garderoben."


class Story:
    """Who is at the keyboard, and what has happened so far."""

    def __init__(self, tab: Tab, hand: Hand, name: str) -> None:
        self.tab, self.hand, self.page, self.name = tab, hand, tab.page, name
        self.question = f"Hvordan hjelpe et barn som søker seg bort? {name[-4:]}"
        self.at: dict[str, str] = {}

    def be(self, person: str) -> None:
        self.tab.log_in(person)

    def open(self, place: str) -> None:
        self.page.goto(self.at[place])

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def says(self, words: str) -> None:
        """What was done is said once, to eyes and to ears."""
        expect(self.page.get_by_role("status").first).to_contain_text(words)


@pytest.fixture(scope="module", params=["mouse", "keyboard"])
def story(request: Any, browser: Browser, served: Served) -> Iterator[Story]:
    context = browser.new_context(base_url=served.address, locale="nb-NO")
    tab = Tab(context.new_page())
    tab.page.set_default_timeout(20_000)
    hand = HANDS[request.param](tab.page)
    yield Story(tab, hand, NAMES[request.param])
    assert tab.complaints == []
    context.close()


def soon(days: int) -> str:
    return (date.today() + timedelta(days=days)).strftime("%d.%m.%Y")  # noqa: DTZ011


def test_01_a_worry_is_written_down_in_a_minute_and_saves_itself(story: Story) -> None:
    story.be(TEACHER)
    story.hand.follow("Jeg er bekymret")
    story.hand.write("Hva har du lagt merke til?", SEEN)
    story.hand.press("Start")
    story.at["concern"] = story.page.url
    story.hand.write("Hva fungerer bra?", "Glad i dyr og flink til å bygge.")
    expect(story.page.locator("main")).to_contain_text("Lagret")

    story.page.reload()
    expect(story.page.get_by_label("Hva fungerer bra?")).to_have_value(
        "Glad i dyr og flink til å bygge."
    )
    story.hand.unfold("Det som beskytter, og det som belaster")
    story.hand.mark(story.page.locator("input[name='protecting']").first)
    story.hand.press("Lagre")
    story.says("Det er lagret.")
    story.reads("Ses på igjen")


def test_02_a_team_is_asked_without_a_name_and_answers(story: Story) -> None:
    story.open("concern")
    story.hand.follow("Spør et team uten navn")
    story.hand.tick("Ressursgruppe Fjellblomen barnehage")
    story.hand.write("Hva lurer du på?", story.question)
    story.hand.press("Se det slik teamet vil se det")
    story.hand.tick("Jeg har lest gjennom")
    story.hand.press("Send spørsmålet")

    story.be(ADVISER)
    story.hand.follow("Spørsmål til team")
    story.hand.press(story.question, "link")
    assert story.name.split()[0] not in story.page.content()
    story.hand.write("Rådet ditt", "Gi barnet en fast lekekamerat.")
    story.hand.press("Send rådet")

    story.be(TEACHER)
    story.hand.follow("Spørsmål til team")
    story.hand.press(story.question, "link")
    story.reads("Gi barnet en fast lekekamerat.")


def test_03_the_child_is_looked_for_and_then_registered(story: Story) -> None:
    story.open("concern")
    story.hand.follow("Finn eller registrer barnet")
    story.hand.write("Navn", story.name)
    story.hand.press("Søk")
    story.reads("Ingen barn blant dem du arbeider med")
    story.hand.press("Registrer barnet")
    story.hand.write("Født", "03.04.2021")
    story.hand.pick(story.page.locator("#id_unit"), "Fjellblomen barnehage")
    story.hand.write_in("guardian-1-name", "Tone Testdal")
    story.hand.press("Registrer barnet")
    story.reads(story.name)


def test_04_the_conversation_with_the_guardians_is_recorded(story: Story) -> None:
    story.open("concern")
    story.hand.follow("Snakk med de foresatte")
    story.hand.write("Når snakket dere sammen?", soon(0))
    story.hand.write("Hvem var med?", "Mor og pedagogisk leder")
    story.hand.write("Hva ble sagt?", "Hun ser det samme hjemme.")
    story.hand.write("Hva ble dere enige om?", "Vi prøver lekegruppe.")
    story.hand.tick("Ja, vi har snakket sammen")
    story.hand.write("Hva mener barnet?", "Vil leke med Ida.")
    story.hand.press("Lagre samtalen")
    story.reads("Samtale")


def test_05_the_red_door_is_on_the_page_and_asks_nobody(story: Story) -> None:
    story.open("concern")
    story.hand.follow("Meld til barnevernet")
    story.reads("barnevernsloven")


def test_06_help_in_the_own_unit_is_agreed_and_reviewed(story: Story) -> None:
    story.open("concern")
    story.hand.follow("Oppsummer og avgjør")
    story.hand.tick("Vi hjelper på egen enhet")
    story.hand.write("Hvorfor er dette best for barnet?", "Vi kan gjøre mye selv.")
    story.hand.press("Avgjør")
    story.hand.press("Åpne loggen")
    story.at["child"] = story.page.url

    set_a_goal(story)
    add_an_intervention(story)
    review_it(story)
    story.reads("Blir bedt med oftere.")


def set_a_goal(story: Story) -> None:
    story.hand.follow("Nytt mål")
    story.hand.write("Hva ønsker barnet og familien?", "Ha noen å leke med ute")
    story.hand.choose("Hvem har ansvaret for målet?", TEACHER)
    story.hand.write("Når ser vi på det igjen?", soon(60))
    story.hand.press("Sett målet")
    story.reads("Ha noen å leke med ute")


def add_an_intervention(story: Story) -> None:
    story.hand.follow("Nytt tiltak")
    story.hand.write("Hva skal gjøres?", "Lekegruppe to ganger i uka")
    story.hand.write("Hvordan vil vi se at det hjelper?", "Blir bedt med i leken")
    story.hand.choose("Hvem har ansvaret?", TEACHER)
    story.hand.write("Når evaluerer vi?", soon(30))
    story.hand.press("Lagre tiltaket")
    story.reads("Lekegruppe to ganger i uka")


def review_it(story: Story) -> None:
    story.hand.follow("Evaluer")
    story.hand.tick("Det hjelper litt")
    story.hand.write("Hva har dere sett?", "Blir bedt med oftere.")
    story.hand.tick("Ja, vi har snakket sammen")
    story.hand.write("Hva sier barnet om det?", "Det er gøy med Ida.")
    story.hand.tick("Fortsett som nå")
    story.hand.press("Lagre evalueringen")


def test_07_consent_is_asked_for_each_service_and_recorded(story: Story) -> None:
    story.open("child")
    story.hand.follow("Samtykker")
    story.hand.follow("Be om samtykke")


def test_08_the_nurse_and_the_adviser_join(story: Story) -> None:
    pass
