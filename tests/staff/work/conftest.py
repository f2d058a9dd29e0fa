import pytest


@pytest.fixture
def in_english(as_user):
    """A logged-in client that reads the words of the code."""

    def client(user, region=None):
        made = as_user(user, region)
        made.cookies["django_language"] = "en"
        return made

    return client
