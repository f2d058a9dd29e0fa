"""No barrier, no complaint and no sideways scroll on any page, in nynorsk."""

from tests.browser.conftest import Tab
from tests.browser.every_page import look_at_every_page


def test_every_page_can_be_used_by_everyone(tab: Tab) -> None:
    assert look_at_every_page(tab, "nn", often=1) == {}
