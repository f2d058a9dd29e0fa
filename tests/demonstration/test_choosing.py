"""Being anyone without a password: in a demonstration only."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
    get_user,
)
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.test import override_settings
from django.urls import path, resolve

from laget.accounts.sessions import SessionStore
from laget.config.urls import urlpatterns as ordinary
from laget.demonstration.views import BACKEND, choose

SOURCE = settings.SOURCE.parent
ASK = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "laget.config.settings"
import django
from django.conf import settings
from django.urls import resolve
django.setup()
print(resolve("/login/").func.__module__)
print("laget.demonstration" in settings.INSTALLED_APPS)
"""
TEMPLATES = settings.SOURCE / "demonstration" / "templates"
urlpatterns = [path("login/", choose, name="login"), *ordinary]


@pytest.fixture
def demonstration():
    """What its settings add. The app itself brings only templates and commands."""
    (engine,) = settings.TEMPLATES
    with override_settings(
        DEMONSTRATION=True,
        ROOT_URLCONF=__name__,
        AUTHENTICATION_BACKENDS=[BACKEND],
        TEMPLATES=[engine | {"DIRS": [TEMPLATES]}],
    ):
        yield


def session_of(user):
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    request = HttpRequest()
    request.session = session
    return request


def test_elsewhere_the_demonstration_is_not_installed():
    assert not settings.DEMONSTRATION
    assert "laget.demonstration" not in settings.INSTALLED_APPS
    assert BACKEND not in settings.AUTHENTICATION_BACKENDS


def test_elsewhere_no_address_leads_to_the_choice():
    view = resolve("/login/").func

    assert not view.__module__.startswith("laget.demonstration")


@pytest.mark.parametrize(
    ("said", "module"),
    [("yes", "laget.demonstration.views"), ("no", "laget.entrance.coming")],
)
def test_the_settings_alone_decide_which_log_in_there_is(said, module):
    asked = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "LAGET_DEMONSTRATION": said, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert asked.stdout.split() == [module, str(said == "yes")]


def test_elsewhere_nobody_is_let_in_by_a_name(client, holder):
    client.post("/login/", {"person": holder.username})

    assert SESSION_KEY not in client.session


def test_elsewhere_a_session_begun_in_a_demonstration_is_nobodys(holder):
    assert get_user(session_of(holder)).is_anonymous


def test_here_such_a_session_is_somebodys(demonstration, holder):
    assert get_user(session_of(holder)) == holder


def test_everyone_can_be_found_under_their_municipality(demonstration, client, holder):
    page = client.get("/login/").text

    place = holder.employments.get().unit.municipality
    assert place.name in page
    assert page.index(f'id="{place.slug or place.pk}"') < page.index(holder.name)


def test_the_one_whose_name_is_pressed_is_who_you_are(demonstration, client, holder):
    answer = client.post("/login/", {"person": holder.username, "next": "/privacy/"})

    assert answer.url == "/privacy/"
    assert client.session[SESSION_KEY] == str(holder.pk)


def test_choosing_leads_to_no_other_site(demonstration, client, holder):
    person = {"person": holder.username, "next": "https://elsewhere.invalid/"}

    assert client.post("/login/", person).url == "/"


@pytest.mark.parametrize("person", ["", "nobody", "x" * 10_000])
def test_who_does_not_exist_cannot_be_chosen(demonstration, client, db, person):
    assert client.post("/login/", {"person": person}).status_code == 404


@pytest.mark.parametrize(
    ("who", "kind", "level"),
    [
        ("holder", "staff", ""),
        ("guardian", "person", "high"),
        ("youth", "person", "high"),
    ],
)
def test_one_is_at_work_or_at_home_as_after_any_log_in(
    demonstration, client, db, who, kind, level
):
    client.post("/login/", {"person": who})

    assert (client.session["kind"], client.session["level"]) == (kind, level)
    assert client.session["auth_time"] > 0


def test_a_weaker_eid_can_be_tried(demonstration, client, db):
    client.post("/login/", {"person": "guardian", "level": "substantial"})

    assert client.session["level"] == "substantial"


def test_families_stand_last_and_have_no_work(demonstration, client, guardian, holder):
    page = client.get("/login/").text

    assert page.index('id="families"') < page.index(guardian.name)
    assert page.count(f'value="{guardian.username}"') == 1


def test_elsewhere_the_choice_itself_refuses_to_work(rf, db, holder):
    request = rf.post("/login/", {"person": holder.username})

    with pytest.raises(ImproperlyConfigured):
        choose(request)
