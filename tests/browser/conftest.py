"""Real Chromium before the real demonstration."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.served import Served, demonstration

CHROMIUM = os.environ.get("LAGET_BROWSER", "/usr/bin/chromium")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
PATIENCE = 20_000  # milliseconds a loaded machine may take over a page
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WATCH = """
document.addEventListener('securitypolicyviolation', (event) =>
    console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
"""


def barriers(page: Page) -> list[str]:
    """What axe finds; empty is right. From then on the tab's pages come with it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.add_init_script(AXE)
    found = page.evaluate(
        "tags => axe.run({runOnly: tags, resultTypes: ['violations']})"
        ".then(r => r.violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.target).slice(0, 3).join(' | ')))",
        RULES,
    )
    return list(found)


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with demonstration() as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each file: while it is open, no other test may ask the database."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


class Tab:
    """A browser's tab, and everything it complained about."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self._open(page)

    def _open(self, page: Page) -> None:
        self.page = page
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.set_default_timeout(PATIENCE)
        page.set_default_navigation_timeout(PATIENCE)
        page.add_init_script(WATCH)

    def _hear(self, message: Any) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def log_in(self, name: str) -> None:
        """As one of the invented people, from the page that lists them."""
        self.page.context.clear_cookies()
        self.page.goto("/login/")
        self.page.locator("main form button", has_text=name).first.click()
        self.page.wait_for_load_state()

    def anew(self) -> None:
        """In a new tab: one that has shown a hundred pages grows slow."""
        before, context = self.page, self.page.context
        self._open(context.new_page())
        before.close()

    def speak(self, language: str) -> None:
        self.page.locator("details.menu summary").first.click()
        choice = f"button[value='{language}'], .langs a[hreflang='{language}']"
        self.page.locator(choice).first.click()
        self.page.wait_for_load_state()

    def barriers(self) -> list[str]:
        return barriers(self.page)


@pytest.fixture
def tab(browser: Browser, served: Served) -> Iterator[Tab]:
    context = browser.new_context(base_url=served.address, locale="nb-NO")
    yield Tab(context.new_page())
    context.close()
