"""Leo, sixteen, on a phone: all of his side of it, by touch and by keyboard alone.

He logs in, reads the plan, says yes to two services and no to a third, writes his
voice, answers a meeting, sees who has looked, takes a yes back, and leaves.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Tab
from tests.browser.hands import Hand, Keyboard, Touch
from tests.served import Served

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def phone(browser: Browser, served: Served) -> Iterator[Page]:
    context = browser.new_context(
        base_url=served.address, locale="nb-NO", viewport=PHONE, has_touch=True
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def tab(phone: Page) -> Tab:
    return Tab(phone)


@pytest.fixture(scope="module", params=["by touch", "by keyboard"])
def hand(request: pytest.FixtureRequest, tab: Tab) -> Hand:
    tab.log_in("Leo Åvik")
    return Touch(tab.page) if request.param == "by touch" else Keyboard(tab.page)


def go(hand: Hand, place: str) -> None:
    """To one of the child's pages: in the bar at the bottom, or under More."""
    bar = hand.page.locator(".family-bar")
    link = bar.get_by_role("link", name=place, exact=True)
    if not link.first.is_visible():
        hand.use(bar.locator("summary").first)
    with hand.page.expect_navigation(wait_until="load"):
        hand.use(link.locator("visible=true").first)


def good(tab: Tab) -> None:
    """No barrier, no complaint, no sideways scroll."""
    wide = "document.documentElement.scrollWidth > innerWidth"
    assert (tab.barriers(), tab.complaints, tab.page.evaluate(wide)) == ([], [], False)


def test_1_the_plan_is_the_first_he_sees(tab: Tab, hand: Hand) -> None:
    page = tab.page
    expect(page.get_by_role("heading", level=1, name="Planen vår")).to_be_visible()
    expect(page.get_by_text("Leo vil ha helger han husker.").first).to_be_visible()
    expect(page.get_by_text("Jorunn Kleppe").first).to_be_visible()
    good(tab)


def test_2_the_page_is_read_aloud_in_the_order_it_is_needed(
    tab: Tab, hand: Hand
) -> None:
    """What a screen reader meets: a way past the menus, one heading, then its parts."""
    first = tab.page.evaluate(
        "document.querySelector('a[href], button, summary').getAttribute('href')"
    )
    levels = tab.page.eval_on_selector_all(
        "main :is(h1, h2, h3, h4)", "all => all.map(h => Number(h.tagName[1]))"
    )
    assert first.startswith("#")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_3_he_says_yes_to_two_and_no_to_one(tab: Tab, hand: Hand) -> None:
    go(hand, "Samtykker")
    cards = tab.page.locator("form#sign section.card")
    assert cards.count() >= 3, "three are asked, and the rest may wait"
    good(tab)
    for nr, said in enumerate(("Ja", "Nei", "Ja")):
        hand.mark(cards.nth(nr).get_by_label(said, exact=True))
    hand.press("Signer")
    expect(tab.page.get_by_text("Svaret ditt er lagret.")).to_be_visible()
    good(tab)


def test_4_he_writes_how_it_is_and_shares_it(tab: Tab, hand: Hand) -> None:
    go(hand, "Min stemme")
    good(tab)
    with tab.page.expect_navigation(wait_until="load"):
        hand.use(tab.page.locator("main a[href$='/voice/write/']").first)
    hand.type_in(tab.page.locator("textarea").first, "Det går fint 😊")
    hand.press("Videre: hvem skal lese det")
    expect(tab.page.get_by_text("Jorunn Kleppe").first).to_be_visible()
    good(tab)
    hand.press("Del med laget")
    expect(tab.page.get_by_text("Det går fint 😊").first).to_be_visible()


def test_5_he_answers_the_meeting(tab: Tab, hand: Hand) -> None:
    go(hand, "Møter")
    good(tab)
    with tab.page.expect_navigation(wait_until="load"):
        hand.use(tab.page.locator("main a[href*='/family/meetings/']").first)
    hand.mark(tab.page.get_by_label("Ja, jeg kommer"))
    form = tab.page.locator("form", has=tab.page.get_by_label("Ja, jeg kommer"))
    with tab.page.expect_navigation(wait_until="load"):
        hand.use(form.locator("button[type=submit]").first)
    expect(tab.page.get_by_text("Du har svart ja").first).to_be_visible()
    good(tab)


def test_6_he_sees_who_has_looked(tab: Tab, hand: Hand) -> None:
    go(hand, "Hvem har sett")
    expect(tab.page.get_by_text("Jorunn Kleppe").first).to_be_visible()
    good(tab)


def test_7_he_takes_a_yes_back(tab: Tab, hand: Hand) -> None:
    go(hand, "Samtykker")
    now = tab.page.locator("#now li", has_text="Ja, det gjelder")
    before = now.count()
    with tab.page.expect_navigation(wait_until="load"):
        hand.use(now.last.get_by_role("link").first)
    hand.press("Trekk det tilbake", "link")
    hand.press("Trekk det tilbake")
    go(hand, "Samtykker")
    assert now.count() == before - 1
    good(tab)


def test_8_after_logging_out_the_back_button_shows_nothing(
    tab: Tab, hand: Hand
) -> None:
    tab.page.get_by_role("banner").locator("summary").last.click()
    with tab.page.expect_navigation(wait_until="load"):
        hand.use(tab.page.get_by_role("button", name="Logg ut").first)
    tab.page.go_back()
    expect(tab.page.get_by_text("Leo vil ha helger")).to_have_count(0)
