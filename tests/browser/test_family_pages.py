"""No barrier, no complaint, no sideways scroll, nothing small, on a family's pages.

Short, as CI runs it: three languages, on a phone and on a screen. With `--proof=long`:
all nine, for more people, and in the narrowest width too. The run says which it was.
"""

import pytest

from tests.browser.conftest import Tab
from tests.browser.family_pages import (
    PHONE_AND_SCREEN,
    WIDTHS,
    look_at_family_pages,
)
from tests.browser.spoken import languages

# Together they reach every kind of page: the young person, a mother with messages and
# questions, one of two children who may tell how it was, a guest.
FEW = ["Leo Åvik", "Nina Rosseland", "Khadija Osman", "Liv Solstad"]
MORE = [
    *("Emma Rosseland", "Bjørn Rosseland", "Hodan Abdi", "Olena Kovalenko"),
    *("Dorota Wojcik", "Sahra Warsame", "Inga Somby"),
]
KINDS = 33  # that links lead to, or that happen by accident


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    proof = metafunc.config.getoption("--proof")
    metafunc.parametrize("language", languages(str(proof)))


def test_every_page_of_a_family_can_be_used_by_everyone(
    tab: Tab, language: str, request: pytest.FixtureRequest
) -> None:
    is_long = request.config.getoption("--proof") == "long"
    people, widths = ([*FEW, *MORE], WIDTHS) if is_long else (FEW, PHONE_AND_SCREEN)
    often = 3 if is_long else 1
    found = look_at_family_pages(tab, language, people, widths, often)
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}
    assert len(found) >= KINDS, sorted(found)
