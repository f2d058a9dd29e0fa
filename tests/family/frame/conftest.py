import pytest


@pytest.fixture
def as_person(as_family):
    """A client that is logged in as a person, who has chosen a language."""

    def client(user, language="nb"):
        user.language = language
        user.save(update_fields=["language"])
        return as_family(user)

    return client


@pytest.fixture
def built(settings):
    """Every place of the menu has a page, also those that are not built yet."""
    settings.ROOT_URLCONF = "tests.family.frame.places"
