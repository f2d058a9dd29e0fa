"""Somebody before a screen who does the main job: the same steps, in a real browser."""

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Tab
from tests.browser.hands import Hand
from tests.main_job.sheet import Sheet
from tests.main_job.steps import day

REQUIRED = """
form => [...form.querySelectorAll('.must')].map(mark => {
  const label = mark.closest('label');
  const first = 'input:not([type=hidden]), textarea, select';
  return (label?.control ?? mark.closest('fieldset').querySelector(first)).name;
})
"""
HELP = "f => document.getElementById(f.getAttribute('aria-describedby'))?.innerText"


class OnScreen:
    """Does by mouse or keyboard what is asked, by the words on the page."""

    def __init__(self, tab: Tab, hand: Hand, language: str) -> None:
        self.tab, self.hand, self.page = tab, hand, tab.page
        self.language = language
        self.read: list[str] = []

    def said(self, msgid: str) -> str:
        """A text of the interface in the language of this person."""
        with override(self.language):
            return gettext(msgid)

    @property
    def address(self) -> str:
        return self.page.url.split("#")[0]

    def be(self, name: str) -> None:
        self.tab.log_in(name)
        self._look()

    def go(self, address: str) -> None:
        self.page.goto(address)
        self._look()

    def follow(self, words: str, inside: str | None = None) -> None:
        self._use("link", words, self._part(inside) if inside else None)

    def press(self, words: str) -> None:
        self._use("button", words, None)

    def _use(self, role: str, words: str, inside: Locator | None) -> None:
        there = inside or self.page.locator("body")
        found = there.get_by_role(role, name=words, exact=True)  # type: ignore[arg-type]
        if not found.count():
            found = there.get_by_role(role, name=words)  # type: ignore[arg-type]
        seen = found.filter(visible=True)
        if not seen.count():  # on a narrow screen the places stand in a menu
            self.hand.use(self.page.locator("details.menu.phone summary"))
        target = seen.first
        with self.page.expect_navigation(wait_until="load"):
            self.hand.use(target)
        self._look()

    def write(self, label: str, text: str) -> None:
        self.hand.write(label, text)

    def write_in(self, name: str, text: str) -> None:
        self.hand.write_in(name, text)

    def tick(self, label: str) -> None:
        self.hand.tick(label)

    def choose(self, label: str, words: str) -> None:
        self.hand.choose(label, words)

    def answer_everything(self, key: str) -> None:
        """What must be answered: the rest is tried without a browser."""
        form = self.page.locator(f"#{key}")
        for name in form.evaluate(REQUIRED):
            fields = form.locator(f"[name='{name}']")
            kind = fields.first.get_attribute("type")
            if kind in ("radio", "checkbox"):
                self.hand.mark(fields.first)
            else:
                is_day = "dd.mm" in (fields.first.evaluate(HELP) or "")
                self.hand.type_in(fields.first, day(0) if is_day else "Et svar")

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def beside(self, key: str) -> str:
        part = self._part(key)
        return " ".join((part.text_content() or "").split()) if part.count() else ""

    def _part(self, key: str) -> Locator:
        return self.page.locator(f"#{key}, .{key}").first

    def _look(self) -> None:
        sheet = Sheet(self.page.content())
        assert sheet.language == self.language, self.address
        self.read.append(sheet.text)
