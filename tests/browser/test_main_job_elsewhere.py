"""The main job where the guide has other levels, steps and words, in a real browser.

In Tokke by mouse, in nynorsk and five boxes; in Åsnes by keyboard alone on a narrow
screen, up Samhandlingstrappa. Without a browser the same is done in each municipality.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Tab
from tests.browser.hands import Hand, Keyboard, Mouse
from tests.browser.on_screen import OnScreen
from tests.main_job import steps
from tests.main_job.places import PLACES
from tests.served import Served

WIDE, NARROW = 1280, 360
ROUNDS: list[Any] = [
    pytest.param("tokke", Mouse, WIDE, id="tokke-by-mouse"),
    pytest.param("aasnes", Keyboard, NARROW, id="aasnes-by-keyboard"),
]


@pytest.mark.parametrize(("slug", "hand", "width"), ROUNDS)
def test_from_a_worry_to_a_closed_log(
    slug: str, hand: Callable[[Any], Hand], width: int, browser: Browser, served: Served
) -> None:
    place = next(each for each in PLACES if each.slug == slug)
    size: Any = {"width": width, "height": 800}
    context = browser.new_context(
        base_url=served.address, locale=f"{place.language}-NO", viewport=size
    )
    tab = Tab(context.new_page())
    job = steps.Job(OnScreen(tab, hand(tab.page), place.language), place)

    for step in steps.ALL:
        step(job)

    context.close()
    assert tab.complaints == []
