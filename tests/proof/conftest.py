"""One walk through every page, for all the promises that are read out of it."""

import pytest
from django.db import connections

from tests.proof.extras import more_people
from tests.proof.walk import Walk


@pytest.fixture(scope="session")
def walk(django_db_setup, django_db_blocker):
    """What everybody was answered, everywhere. Nothing of it remains."""
    with django_db_blocker.unblock():
        with more_people():
            connections["owner"].close()
            found = Walk.done()
        connections["owner"].close()
    return found
