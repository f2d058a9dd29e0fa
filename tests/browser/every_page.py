"""Walk from link to link, as people who see different things, and look at each page."""

import re
from collections.abc import Iterator

from django.urls import Resolver404, resolve
from playwright.sync_api import expect

from tests.browser.conftest import Tab

PEOPLE = [
    "Turid Haugland",  # a kindergarten teacher with concerns and a log to hand over
    "Silje Nordbø",  # who is offered a log
    "Randi Egeland",  # who leads a unit with a log left lying
    "Henrik Aas",  # who gives advice to people whose child he cannot know
    "Jorunn Kleppe",  # who holds the log of a sixteen-year-old
    "Jan Erik Bakke",  # who has nothing yet
]
WIDTHS = (1280, 320)
SKIPPED = {"logout"}  # leaves
MOST = 150  # pages; more than there are kinds of


def kinds_of_pages(tab: Tab) -> Iterator[tuple[str, str]]:
    """Each kind of page once for each person: its URL's name, and one address."""
    for person in PEOPLE:
        tab.log_in(person)
        seen: set[str] = set()
        waiting = ["/day/"]
        while waiting and len(seen) < MOST:
            path = waiting.pop(0)
            kind = kind_of(path)
            if kind is None or kind in seen or kind in SKIPPED:
                continue
            seen.add(kind)
            tab.page.goto(path, wait_until="load")
            yield f"{kind} for {person}", path
            waiting += links(tab)


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


def look_at_every_page(tab: Tab, language: str) -> dict[str, list[str]]:
    """All pages with something wrong, by kind, and what."""
    choose_language(tab, language)
    found = {}
    for kind, _path in kinds_of_pages(tab):
        if wrong := faults(tab, language):
            found[kind] = wrong
    return found


def choose_language(tab: Tab, language: str) -> None:
    for person in PEOPLE:
        tab.log_in(person)
        tab.page.set_viewport_size({"width": 1280, "height": 900})
        tab.speak(language)
        expect(tab.page.locator("html")).to_have_attribute("lang", language)
