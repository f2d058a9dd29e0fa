"""The family's pages as a phone shows them, in each language a family may choose."""

from collections import Counter
from collections.abc import Iterable, Iterator

from playwright.sync_api import Page

from tests.browser.conftest import AXE, RULES, Tab
from tests.browser.every_page import walk

WIDTHS = (1280, 360, 320)
LEAST = 44  # pixels each way of what one is to press
RIGHT_TO_LEFT = {"ar"}
START = "/family/"
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
    tab: Tab, language: str, people: Iterable[str], often: int = 1
) -> dict[str, list[str]]:
    """All kinds of family pages with something wrong, and what; empty is right."""
    return dict(_everything_wrong(tab, language, people, often))


def _everything_wrong(
    tab: Tab, language: str, people: Iterable[str], often: int
) -> Iterator[tuple[str, list[str]]]:
    seen: Counter[str] = Counter()
    for person in people:
        tab.log_in(person)
        tab.speak(language)
        for kind in walk(tab, seen, often, start=START):
            seen[kind] += 1
            wrong = faults(tab.page, language) + tab.complaints
            tab.complaints.clear()
            if wrong:
                yield f"{kind} for {person}", wrong


def faults(page: Page, language: str) -> list[str]:
    """What is wrong with a family page as it stands, in each width; empty is right."""
    wrong = _wrong_with_the_words(page, language)
    for width in WIDTHS:
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


def barriers(page: Page) -> list[str]:
    """What axe finds; empty is right."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return list(
        page.evaluate(
            "tags => axe.run({runOnly: tags}).then(r => r.violations.map("
            "v => v.id + ': ' + v.nodes.map(n => n.target).slice(0, 3).join(' | ')))",
            RULES,
        )
    )
