"""The profiles' municipalities in a database of their own, as anyone meets them."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from laget.organisation.models import Municipality
from laget.organisation.profile.loading import load_folders
from tests.own_database import own_database

PROFILES = Path(__file__).resolve().parents[3] / "profiles"
FOLDERS = sorted(file.parent for file in PROFILES.glob("*/municipality.toml"))


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker):
    """Every profile there is, loaded once."""
    with django_db_blocker.unblock(), own_database("public"):
        load_folders([PROFILES / "shared", *FOLDERS])
        yield


@pytest.fixture
def places(loaded):
    """Whatever a test does to them is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def kvinesdal(places):
    return Municipality.objects.get(slug="kvinesdal")


@pytest.fixture
def visitor(places):
    """Somebody without an account, in a browser that has been nowhere."""
    return Client()
