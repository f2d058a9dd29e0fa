"""The frame on a phone: room to press, nothing sideways, the keyboard, the weight."""

import gzip

import pytest
from playwright.sync_api import sync_playwright

from laget.kernel.languages import FAMILY
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.family_pages import faults
from tests.family.frame.on_show import shown

CODES = [code for code, _ in FAMILY]
LAST, BAR = "main .ds-button >> nth=-1", ".family-bar"
FIRST_VISIT = 150_000  # bytes, compressed as they are sent


@pytest.fixture
def pages(as_person, noras_log, guardian, barred, nora):
    """A child's page, and the one for whom nothing is theirs, in each language."""
    kept = {}
    for code in CODES:
        about = as_person(guardian, code).get(f"/family/{nora.pk}/data/")
        kept[f"/plan/{code}"] = about.content
        kept[f"/nothing/{code}"] = as_person(barred, code).get("/family/").content
    return kept


@pytest.fixture
def browser(pages):
    """After the pages: while it is open, nothing may ask the database."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def test_every_language_on_a_phone_and_on_a_desk(pages, browser):
    wrong = {}
    with shown(pages) as address:
        tab = browser.new_page()
        for path in pages:
            tab.goto(address + path)
            if found := faults(tab, path.split("/")[-1]):
                wrong[path] = found
    assert wrong == {}


@pytest.mark.parametrize("code", ["nb", "ar"])
def test_the_menu_by_keyboard_on_a_phone(pages, browser, code):
    """What I press first is what stands first; the rest opens with a key."""
    with shown(pages) as address:
        tab = browser.new_page(viewport={"width": 360, "height": 760})
        tab.goto(f"{address}/plan/{code}")
        tab.locator(".family-bar a").first.focus()
        places = [_place(tab)]
        for _ in range(3):
            tab.keyboard.press("Tab")
            places.append(_place(tab))
        tab.keyboard.press("Enter")
        for _ in range(5):
            tab.keyboard.press("Tab")
            places.append(_place(tab))
    assert places == [
        *("", "voice", "messages", "more"),
        *("meetings", "consents", "looked", "data", "help"),
    ]


def _place(tab):
    """The last word of the link in focus; a summary is "more"."""
    return tab.evaluate(
        "() => { const one = document.activeElement;"
        "return one.matches('summary') ? 'more' :"
        "one.pathname.split('/').slice(3).join('') }"
    )


def test_what_holds_the_focus_is_not_hidden_behind_the_menu(pages, browser):
    with shown(pages) as address:
        tab = browser.new_page(viewport={"width": 360, "height": 500})
        tab.goto(f"{address}/plan/nb")
        tab.locator(LAST).focus()
        link, bar = (tab.locator(one).bounding_box() for one in (LAST, BAR))
    assert link["y"] + link["height"] <= bar["y"]


def test_a_first_visit_is_light(pages, browser):
    weight = 0
    with shown({"/plan": pages["/plan/se"]}) as address:
        tab = browser.new_page(viewport={"width": 360, "height": 760})
        bodies = []
        tab.on("response", lambda answer: bodies.append(answer))
        tab.goto(f"{address}/plan", wait_until="networkidle")
        for answer in bodies:
            body = answer.body()
            weight += min(len(body), len(gzip.compress(body)))
    assert 50_000 < weight < FIRST_VISIT


def test_it_reads_and_leads_on_without_javascript(pages, browser):
    with shown(pages) as address:
        plain = browser.new_context(java_script_enabled=False)
        tab = plain.new_page()
        tab.set_viewport_size({"width": 360, "height": 760})
        tab.goto(f"{address}/plan/nb")
        tab.locator(".family-more summary").click()
        assert tab.get_by_role("link", name="Hvem har sett").is_visible()
        tab.locator(".choose-language summary").click()
        assert tab.get_by_role("button", name="Davvisámegiella").is_visible()
        plain.close()
