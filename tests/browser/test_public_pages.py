"""The municipality's front door, as anyone meets it: in any language, on any screen."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Tab
from tests.browser.every_page import WIDTHS, faults, walk
from tests.browser.test_page_weight import FIRST, NEXT, Scales
from tests.served import Served

DOOR = "/kvinesdal/"
THERE = {
    *("place", "worried", "numbers", "programmes", "programmes-overview", "programme"),
    *("services", "service", "public-guides", "public-guide", "plan", "law"),
}


@pytest.fixture
def plain(browser: Browser, served: Served) -> Iterator[Page]:
    """A browser without JavaScript."""
    context = browser.new_context(
        base_url=served.address, locale="nb-NO", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_public_page_can_be_used_by_everyone(tab: Tab, language: str) -> None:
    tab.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    tab.page.goto(DOOR)
    tab.speak(language)
    wrong, seen = {}, set()
    for kind in walk(tab, Counter(), 1, start=DOOR):
        seen.add(kind)
        if found := faults(tab, language):
            wrong[kind] = found
    assert wrong == {}
    assert seen >= THERE


@pytest.mark.parametrize("path", [DOOR, f"{DOOR}programmes/", f"{DOOR}plan/"])
def test_a_public_page_is_light_at_first_and_lighter_after(
    browser: Browser, served: Served, path: str
) -> None:
    fresh = browser.new_context(base_url=served.address)
    scales = Scales(fresh.new_page())
    first, after = scales.weigh(path), scales.weigh(path)
    fresh.close()
    assert 0 < first < FIRST
    assert 0 < after < NEXT


def test_escape_leaves_at_once_and_what_stood_here_is_gone(tab: Tab) -> None:
    elsewhere: list[str] = []
    tab.page.route("https://www.yr.no/", lambda route: stand_in(route, elsewhere))
    tab.page.goto("/privacy/")
    tab.page.goto(DOOR)
    tab.page.locator("details.menu summary").first.click()
    tab.page.keyboard.press("Escape")  # closes the menu, and no more
    expect(tab.page).to_have_url(f"{tab.page.url.split(DOOR)[0]}{DOOR}")
    tab.page.keyboard.press("Escape")
    expect(tab.page).to_have_title("Været")
    assert elsewhere == ["https://www.yr.no/"]
    tab.page.go_back()
    expect(tab.page.locator("h1")).to_have_text("Personvern")


def stand_in(route: Route, elsewhere: list[str]) -> None:
    elsewhere.append(route.request.url)
    route.fulfill(
        content_type="text/html", body='<meta charset="utf-8"><title>Været</title>'
    )


def test_a_programme_is_found_while_one_writes(tab: Tab) -> None:
    tab.page.goto(f"{DOOR}programmes/")
    tab.page.get_by_label("Søk", exact=True).fill("foreldre kurs barnehage")
    expect(tab.page.locator(".found-number")).to_have_text("1 funnet")
    expect(tab.page).to_have_url(f"{tab.page.url.split('?')[0]}{query(tab)}")
    tab.page.get_by_role("link", name="Foreldrekurs i barnehagen").last.click()
    expect(tab.page.locator("h1")).to_have_text("Foreldrekurs i barnehagen")


def query(tab: Tab) -> str:
    return "?" + tab.page.url.split("?")[1] if "?" in tab.page.url else ""


def test_a_blade_of_the_fan_is_reached_and_followed_by_keyboard(tab: Tab) -> None:
    tab.page.set_viewport_size({"width": 1280, "height": 900})
    tab.page.goto(f"{DOOR}programmes/")
    blade = tab.page.get_by_role("link", name="Foreldrekurs i barnehagen. For alle")
    blade.focus()
    expect(blade).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(tab.page.locator("h1")).to_have_text("Foreldrekurs i barnehagen")


def test_all_of_it_works_without_javascript(plain: Page) -> None:
    plain.goto(f"{DOOR}programmes/")
    plain.get_by_label("Søk", exact=True).fill("barnehage")
    plain.get_by_label("Alder", exact=True).select_option("1-5")
    plain.get_by_role("button", name="Søk").click()
    expect(plain.locator(".programme").first).to_be_visible()
    assert "words=barnehage" in plain.url
    expect(plain.locator("[data-leave]")).to_have_attribute(
        "href", "https://www.yr.no/"
    )
    expect(plain.locator("[data-leave-hint]")).to_be_hidden()
