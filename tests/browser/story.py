"""One child's story: who is at the keyboard, and what has happened."""

from datetime import date, timedelta
from typing import Self

from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab
from tests.browser.hands import Hand

TEACHER, LEADER, COLLEAGUE = "Turid Haugland", "Randi Egeland", "Amina Warsame"
NURSE, ADVISER = "Ingrid Moland", "Henrik Aas"
STAND_IN = "Kari Moi"
AT_SCHOOL, NEXT_DOOR, ON_CALL = "Silje Nordbø", "Stian Borøy", "Lene Østbø"
BORN = "03.04.2021"


class Story:
    """What the steps of the main job have in common."""

    def __init__(self, tab: Tab, hand: Hand, name: str) -> None:
        self.tab, self.hand, self.page, self.name = tab, hand, tab.page, name
        self.first_name = name.split()[0]
        self.question = f"Hvordan hjelpe et barn som søker seg bort? {name[-4:]}"
        self.at: dict[str, str] = {}

    def be(self, person: str) -> Self:
        self.tab.log_in(person)
        return self

    def open(self, place: str) -> Self:
        """A page the story has been on before."""
        self.page.goto(self.at[place])
        return self

    def go(self, path: str) -> Self:
        self.page.goto(path)
        return self

    @property
    def home(self) -> str:
        """Where the software answers: the address without the page."""
        return self.page.evaluate("location.origin")  # type: ignore[no-any-return]

    def remember(self, place: str, words: str) -> None:
        """Where the page is that says so."""
        self.reads(words)
        self.at[place] = self.page.url.split("#")[0]

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def never_reads(self, words: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(words)

    def says(self, words: str) -> None:
        """What was done is said once, to eyes and to ears."""
        expect(self.page.get_by_role("status").first).to_contain_text(words)

    def has(self, label: str, text: str) -> None:
        expect(self.page.get_by_label(label).first).to_have_value(text)

    def finds_nothing(self, place: str) -> None:
        """To this person the page does not exist; nor does the child."""
        answer = self.page.goto(self.at[place])
        assert answer is not None
        assert answer.status == 404
        assert self.first_name not in self.page.content()

    def colleague(self, person: str) -> Page:
        """Somebody else at their own screen, while this one stays as it is."""
        browser = self.page.context.browser
        assert browser
        tab = Tab(browser.new_page(base_url=self.home, locale="nb-NO"))
        tab.log_in(person)
        return tab.page


def soon(days: int) -> str:
    return (date.today() + timedelta(days=days)).strftime("%d.%m.%Y")  # noqa: DTZ011
