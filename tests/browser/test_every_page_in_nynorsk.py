"""No barrier, no complaint and no sideways scroll on any page, in nynorsk.

Short, as CI runs it: on a narrow screen, where the length of a word tells. The pages
are those of bokmål, which are looked at on a wide one too; with `--proof=long` these as
well.
"""

import pytest

from tests.browser.conftest import Tab
from tests.browser.every_page import WIDTHS, look_at_every_page


def test_every_page_can_be_used_by_everyone(
    tab: Tab, request: pytest.FixtureRequest
) -> None:
    is_long = request.config.getoption("--proof") == "long"
    widths = WIDTHS if is_long else (min(WIDTHS),)
    assert look_at_every_page(tab, "nn", often=1, widths=widths) == {}
