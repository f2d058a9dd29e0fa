import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english():
    """What a rule says is compared with the words in the code."""
    with translation.override("en"):
        yield
