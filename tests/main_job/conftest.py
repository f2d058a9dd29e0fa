"""Every municipality with the people of the demonstration, and no child yet."""

import pytest
from django.utils import timezone

from laget.demonstration.loading import FOLDERS
from laget.demonstration.people import add_people
from laget.demonstration.roles import connected_as
from laget.kernel import embedded
from laget.organisation.profile.loading import load_folders
from tests.own_database import own_database, role_in


@pytest.fixture(scope="package")
def application(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), own_database("work") as name:
        load_folders(FOLDERS)
        add_people(timezone.localdate())
        with connected_as(role_in(name, embedded.APP)):
            yield
