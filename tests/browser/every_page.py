"""Walk from link to link, as people who see different things, and look at each page."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain

from django.urls import Resolver404, resolve
from playwright.sync_api import expect

from tests.browser.conftest import Tab

PEOPLE = [
    "Turid Haugland",  # a kindergarten teacher with concerns and a log to hand over
    "Silje Nordbø",  # who is offered a log
    "Randi Egeland",  # who leads a unit with a log left lying
    "Henrik Aas",  # who gives advice to people whose child he cannot know
    "Morten Risnes",  # who answers those who ask for help
    "Jorunn Kleppe",  # who holds the log of a sixteen-year-old
    "Jan Erik Bakke",  # who has nothing yet
]
BOKMAAL = "nb"
WIDTHS = (1280, 320)
SKIPPED = {
    "logout",  # leaves; the others are files
    *("form-pdf", "download-our-data", "consent-receipt-pdf", "our-meeting-calendar"),
}
CROSSINGS = {"day", "child", "children", "concern", "discussions", "unit"}
MOST = 150  # pages; more than there are kinds of
OPEN = ["/", "/login/", "/privacy/", "/accessibility/", "/kvinesdal/help/"]  # to anyone
REFUSED = ["/children/find/", "/emergency/", "/worry/"]  # forms one sends back empty


def kinds_of_pages(tab: Tab, often: int) -> Iterator[str]:
    """Each kind of page, by its URL's name, for so many people; crossings for all."""
    seen: Counter[str] = Counter()
    for person in PEOPLE:
        tab.anew()
        tab.log_in(person)
        for kind in walk(tab, seen, often):
            seen[kind] += 1
            yield f"{kind} for {person}"


def walk(
    tab: Tab,
    before: Counter[str],
    often: int,
    start: str = "/day/",
    within: tuple[str, ...] = ("/",),
    crossings: Collection[str] = CROSSINGS,
) -> Iterator[str]:
    """From the start along every link, once to each kind of page, and not outside."""
    here: set[str] = set()
    waiting = [start]
    while waiting and len(here) < MOST:
        path = waiting.pop(0)
        kind = kind_of(path)
        if kind is None or kind in here or kind in SKIPPED:
            continue
        if kind not in crossings and before[kind] >= often:
            continue
        if not path.startswith(within):
            continue
        here.add(kind)
        tab.page.goto(path, wait_until="load")
        yield kind
        waiting += links(tab)


def other_pages(tab: Tab, language: str) -> Iterator[str]:
    """What no link leads to: a form sent back, a wrong address, the front door."""
    tab.log_in(PEOPLE[0])
    for path in REFUSED:
        tab.page.goto(path)
        with tab.page.expect_navigation():
            tab.page.locator("main form button[type=submit]").last.click()
        yield f"{path} sent back"
    tab.page.goto("/not/there/")
    yield "a page that is not there"
    tab.page.context.clear_cookies()
    tab.page.goto("/")
    tab.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    tab.speak(language)
    for path in OPEN:
        tab.page.goto(path)
        yield f"{path} for anyone"


def kind_of(path: str) -> str | None:
    """The URL's name; None for what is not a page of ours, or only takes forms."""
    try:
        return resolve(path.split("?")[0].split("#")[0]).url_name
    except Resolver404:
        return None


def links(tab: Tab) -> list[str]:
    found = tab.page.locator("a[href^='/']").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    return [path for path in found if not re.match(r"/(static|login)/", path)]


def faults(tab: Tab, language: str) -> list[str]:
    """What is wrong with the page as it stands, in each width."""
    wrong: list[str] = []
    for width in WIDTHS:
        tab.page.set_viewport_size({"width": width, "height": 900})
        wide = tab.page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{width}: scrolls sideways to {wide}")
        wrong += [f"{width}: {barrier}" for barrier in tab.barriers()]
    if tab.page.locator("h1").count() != 1:
        wrong.append("has not one h1")
    if tab.page.get_attribute("html", "lang") != language:
        wrong.append("is in another language")
    wrong += tab.complaints
    tab.complaints.clear()
    return wrong


def look_at_every_page(tab: Tab, language: str, often: int) -> dict[str, list[str]]:
    """All pages with something wrong, by kind, and what."""
    choose_language(tab, language)
    try:
        return dict(everything_wrong(tab, language, often))
    finally:
        choose_language(tab, BOKMAAL)  # it is kept with the person


def everything_wrong(
    tab: Tab, language: str, often: int
) -> Iterator[tuple[str, list[str]]]:
    for kind in chain(kinds_of_pages(tab, often), other_pages(tab, language)):
        if wrong := faults(tab, language):
            yield kind, wrong


def choose_language(tab: Tab, language: str) -> None:
    for person in PEOPLE:
        tab.log_in(person)
        tab.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        tab.speak(language)
        expect(tab.page.locator("html")).to_have_attribute("lang", language)
