"""Three municipalities, loaded from their folders."""

from pathlib import Path
from shutil import copytree

import pytest
from django.db import transaction
from django.utils import translation

from laget.organisation.profile.loading import load_folders
from tests.organisation.loaded import NAMES, PROFILES
from tests.own_database import own_database


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), own_database("profiles"):
        load_folders([PROFILES / name for name in NAMES])
        yield


@pytest.fixture
def loaded(database):
    """Three municipalities, and whatever a test does to them is undone."""
    with transaction.atomic(), translation.override("en"):
        yield
        transaction.set_rollback(True)


@pytest.fixture
def folder(tmp_path):
    """A copy of Kvinesdal's folder, among its neighbours, that a test may change."""
    return Path(copytree(PROFILES, tmp_path / "profiles")) / "kvinesdal"
