"""A page is light: on a phone in the corridor, and on an old machine in the office."""

from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.story import TEACHER

FIRST, NEXT = 250_000, 30_000  # bytes over the wire
AT_HOME = 150_000
LONG_STORY = "Ella Birkeland"


class Scales:
    """Counts what comes over the wire, as the browser itself does."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._add)
        session.send("Network.enable")
        self.page, self.session = page, session

    def forget(self) -> None:
        """Every page from now on is the first: nothing is kept from the one before."""
        self.session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def _add(self, finished: dict[str, float]) -> None:
        self.bytes += int(finished["encodedDataLength"])

    def weigh(self, address: str) -> int:
        self.bytes = 0
        self.page.goto(address, wait_until="networkidle")
        return self.bytes


def test_a_childs_page_is_light_at_first_and_lighter_after(tab: Tab) -> None:
    tab.log_in(TEACHER)
    tab.page.get_by_role("link", name=LONG_STORY).first.click()
    tab.page.wait_for_load_state()
    address, context = tab.page.url, tab.page.context
    kept = context.storage_state()
    assert context.browser
    fresh = context.browser.new_context(storage_state=kept)
    scales = Scales(fresh.new_page())
    first, after = scales.weigh(address), scales.weigh(address)
    fresh.close()
    assert 0 < first < FIRST
    assert 0 < after < NEXT


def test_what_a_query_put_on_the_page_is_not_compressed(tab: Tab) -> None:
    """Else its size could be measured to guess what stands beside it."""
    tab.log_in(TEACHER)
    every, some = tab.page.goto("/children/"), tab.page.goto("/children/?name=a")
    assert every
    assert some
    assert every.header_value("content-encoding") == "gzip"
    assert some.header_value("content-encoding") is None


def test_the_familys_pages_are_light_on_a_phone(tab: Tab) -> None:
    """Each as the very first page somebody opens: nothing is kept from another."""
    tab.log_in("Leo Åvik")
    context = tab.page.context
    bar = tab.page.locator(".family-bar a").evaluate_all("all => all.map(a => a.href)")
    assert context.browser
    kept, heavy = context.storage_state(), {}
    for address in sorted({tab.page.url, *bar}):
        fresh = context.browser.new_context(storage_state=kept)
        weight = Scales(fresh.new_page()).weigh(address)
        fresh.close()
        if not 0 < weight < AT_HOME:
            heavy[address] = weight
    assert heavy == {}
    assert len(bar) > 5
