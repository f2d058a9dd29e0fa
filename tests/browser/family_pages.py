"""The family's pages as a phone shows them, in each language a family may choose."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.conftest import Tab, barriers
from tests.browser.every_page import kind_of, walk

WIDTHS = (1280, 360, 320)
PHONE_AND_SCREEN = (1280, 360)
LEAST = 44  # pixels each way of what one is to press
RIGHT_TO_LEFT = {"ar"}
STARTS = ("/family/", "/guest/")
OURS = (*STARTS, "/sessions/", "/kept/")  # in every language of a family
CROSSINGS = {  # from these the ways part
    *("family", "our-plan", "my-voice", "threads", "our-help", "our-data", "guest"),
}
ASIDE = {"/family/not/there/": "a page that is not there", "/day/": "the staff's page"}
ASKING = "/family/help/"
LEAST = 44  # pixels each way of what one is to press
RIGHT_TO_LEFT = {"ar"}
STARTS = ("/family/", "/guest/")
OURS = (*STARTS, "/sessions/", "/kept/")  # in every language of a family
CROSSINGS = {  # from these the ways part
    *("family", "our-plan", "my-voice", "threads", "our-help", "our-data", "guest"),
}
ASIDE = {"/family/not/there/": "a page that is not there", "/day/": "the staff's page"}
ASKING = "/family/help/"
SMALL = """
least => [...document.querySelectorAll(
    'a[href], button, summary, select, textarea, input:not([type=hidden])')]
  .filter((one) => one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
  .filter((one) => getComputedStyle(one).display !== 'inline')
  .filter((one) => !one.matches('.ds-skip-link, .ds-sr-only'))
  .map((one) => [one.closest('label, .choices .ds-field') || one.matches(
      '[type=checkbox], [type=radio]') && one.closest('.ds-field') || one, one])
  .map(([around, one]) => [around.getBoundingClientRect(), one])
  .filter(([box]) => box.width && (box.width < least - .5 || box.height < least - .5))
  .map(([box, one]) => `${one.outerHTML.slice(0, 90)}: `
    + `${Math.round(box.width)} by ${Math.round(box.height)}`)
"""


def look_at_family_pages(
    tab: Tab,
    language: str,
    people: Iterable[str],
    widths: Iterable[int] = WIDTHS,
    often: int = 1,
) -> dict[str, list[str]]:
    """Every kind of family page, for so many people, and what is wrong: [] is right."""
    found: dict[str, list[str]] = {}
    seen: Counter[str] = Counter()
    for person in people:
        tab.log_in(person)
        tab.speak(language)
        for kind in chain(_by_links(tab, seen, often), _by_accident(tab, seen)):
            wrong = faults(tab.page, language, widths) + tab.complaints
            found.setdefault(kind, []).extend(f"{person}: {each}" for each in wrong)
            tab.complaints.clear()
    return found


def _by_links(tab: Tab, seen: Counter[str], often: int) -> Iterator[str]:
    for start in STARTS:
        for kind in walk(tab, seen, often, start, OURS, CROSSINGS):
            seen[kind] += 1
            shown = kind_of(urlsplit(tab.page.url).path) or kind  # it may lead on
            seen[f"shown: {shown}"] += 1
            if seen[f"shown: {shown}"] <= often:
                yield shown


def _by_accident(tab: Tab, seen: Counter[str]) -> Iterator[str]:
    """Once: what is not there, what is not theirs, a form that is sent back."""
    if seen["by accident"]:
        return
    seen["by accident"] += 1
    for path, what in ASIDE.items():
        tab.page.goto(path)
        yield what
    tab.page.goto(ASKING)
    with tab.page.expect_navigation():
        tab.page.locator("main form button[type=submit]").last.click()
    yield "a form sent back"


def faults(page: Page, language: str, widths: Iterable[int] = WIDTHS) -> list[str]:
    """What is wrong with a family page as it stands, in each width; empty is right."""
    wrong = _wrong_with_the_words(page, language)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 760})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{width}: scrolls sideways to {wide}")
        small = page.evaluate(SMALL, LEAST)
        wrong += [f"{width}: too small to press: {each}" for each in small]
        wrong += [f"{width}: {barrier}" for barrier in barriers(page)]
    return wrong


def _wrong_with_the_words(page: Page, language: str) -> list[str]:
    html = page.locator("html")
    way = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    wrong = []
    if page.locator("h1").count() != 1:
        wrong.append("has not one h1")
    if html.get_attribute("lang") != language:
        wrong.append("is in another language")
    if html.get_attribute("dir") != way:
        wrong.append(f"is not read {way}")
    return wrong
