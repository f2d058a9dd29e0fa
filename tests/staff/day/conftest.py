import pytest


@pytest.fixture(autouse=True)
def all_addresses(settings):
    """Pages of other areas that are not there yet have an address all the same."""
    settings.ROOT_URLCONF = "tests.staff.day.urls"
