import pytest
from django.test import Client


@pytest.fixture
def as_person():
    """A client that is logged in as a person, and not for their work."""

    def client(user, language="nb"):
        client = Client()
        client.force_login(user)
        session = client.session
        session.update({"kind": "person", "level": "high", "auth_time": 0})
        session.save()
        user.language = language
        user.save(update_fields=["language"])
        return client

    return client


@pytest.fixture
def built(settings):
    """Every place of the menu has a page, also those that are not built yet."""
    settings.ROOT_URLCONF = "tests.family.frame.standing_in"
