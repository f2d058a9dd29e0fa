"""Every kind of public page, of every municipality in one house, in a real browser.

Each is opened as somebody comes to it the first time, on a telephone that has been
nowhere: it must be light, in the municipality's language, and open to all senses.
Each kind once in each language, and the first pages of each municipality.
"""

from collections.abc import Iterator
from itertools import chain

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Tab
from tests.browser.test_page_weight import FIRST, Scales
from tests.served import Served

BOKMAAL = ["kvinesdal", "vennesla", "lillesand", "aasnes", "farsund", "haegebostad"]
NYNORSK = ["tokke", "seljord", "vinje", "kviteseid", "nissedal", "fyresdal"]
KINDS = ["", "help/", "worried/", "programmes/", "programmes/overview/", "services/"]
KINDS += ["where/", "teams/", "guide/", "plan/", "numbers/", "law/"]
# What a list leads to: the list, and the beginning of the address of one in it.
ONE_OF = [("programmes/", "programmes/"), ("services/", "services/"), ("guide/",) * 2]
WIDTHS = "[document.documentElement.scrollWidth, innerWidth]"
PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


def pages(tab: Tab, slugs: list[str]) -> Iterator[str]:
    """Every kind, each of the next municipality; and the first pages of all."""
    turns = [slugs[place % len(slugs)] for place in range(len(KINDS))]
    yield from (f"/{slug}/{kind}" for slug, kind in zip(turns, KINDS, strict=True))
    yield from chain(*((f"/{slug}/", f"/{slug}/programmes/") for slug in slugs[1:]))
    for slug, (listed, begins) in zip(slugs, ONE_OF, strict=False):
        tab.page.goto(f"/{slug}/{listed}")
        link = f"main a[href^='/{slug}/{begins}']:not([href*='overview'])"
        yield tab.page.locator(link).first.get_attribute("href") or link


def faults(tab: Tab, scales: Scales, path: str, language: str) -> Iterator[str]:
    tab.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    if (weight := scales.weigh(path)) >= FIRST:
        yield f"weighs {weight} bytes"
    if tab.page.get_attribute("html", "lang") != language:
        yield "is in another language"
    if tab.page.locator("h1").count() != 1:
        yield "has not one h1"
    yield from sideways(tab)
    yield from tab.barriers()
    tab.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    yield from sideways(tab)
    yield from tab.complaints
    tab.complaints.clear()


def sideways(tab: Tab) -> Iterator[str]:
    wide, room = tab.page.evaluate(WIDTHS)
    if wide > room:
        yield f"scrolls sideways to {wide} of {room}"


@pytest.mark.parametrize(("language", "slugs"), [("nb", BOKMAAL), ("nn", NYNORSK)])
def test_a_first_visit_meets_no_barrier(
    language: str, slugs: list[str], browser: Browser, served: Served
) -> None:
    context = browser.new_context(base_url=served.address, locale="en-GB")
    tab = Tab(context.new_page())
    scales = Scales(tab.page)
    scales.forget()

    wrong = {
        path: found
        for path in list(pages(tab, slugs))
        if (found := list(faults(tab, scales, path, language)))
    }

    context.close()
    assert wrong == {}


def test_no_municipality_is_left_out(tab: Tab) -> None:
    tab.page.goto("/")

    links = tab.page.locator("main a").evaluate_all("all => all.map(a => a.pathname)")
    assert {f"/{slug}/" for slug in BOKMAAL + NYNORSK} <= set(links)
