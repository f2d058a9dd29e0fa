"""What anyone may open without being logged in."""

import pytest
from django.urls import reverse

OPEN = ["front", "login", "accessibility", "privacy"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", OPEN)
def test_open_to_anyone(client, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["day", "children", "inbox", "search"])
def test_frame_of_staff_pages(as_user, holder, name):
    assert as_user(holder).get(reverse(name)).status_code == 200


def test_unit_is_the_leaders(as_user, leader, holder):
    assert as_user(leader).get(reverse("unit")).status_code == 200
    assert as_user(holder).get(reverse("unit")).status_code == 403


def test_who_works_here_goes_straight_to_their_day(as_user, holder, guardian):
    assert as_user(holder).get(reverse("front"))["Location"] == reverse("day")
    page = as_user(guardian).get(reverse("front"))
    assert page.status_code == 200
    assert reverse("day") not in page.content.decode()


def test_the_language_is_kept_with_the_person(as_user, client, holder):
    choice = {"language": "nn", "next": reverse("day")}
    answer = as_user(holder).post(reverse("language"), choice)
    assert answer["Location"] == reverse("day")
    page = as_user(holder).get(reverse("day")).content.decode()  # another machine
    assert '<html lang="nn"' in page and "Dagen min" in page


@pytest.mark.django_db
def test_someone_not_logged_in_chooses_a_language_too(client):
    client.post(reverse("language"), {"language": "en"})
    assert "The team around the child" in client.get(reverse("front")).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "x", ""])
def test_a_choice_of_language_leads_nowhere_else(client, to):
    choice = {"language": "nb", "next": to}
    assert client.post(reverse("language"), choice)["Location"] == reverse("front")


@pytest.mark.django_db
def test_an_unknown_language_changes_nothing(client):
    answer = client.post(reverse("language"), {"language": "xx"})
    assert answer.status_code == 302 and not answer.cookies


def test_logging_out_ends_the_session_and_clears_the_browser(as_user, holder):
    client = as_user(holder)
    answer = client.post(reverse("logout"))
    assert '"storage"' in answer["Clear-Site-Data"]
    assert client.get(reverse("day")).status_code == 302
    assert as_user(holder).get(reverse("logout")).status_code == 405


@pytest.mark.django_db
def test_log_in_is_honest_and_has_no_field_for_a_password(client):
    page = client.get(reverse("login")).content.decode()
    assert "Innlogging er ikke satt opp her ennå" in page
    assert "password" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["day", "children", "inbox", "search", "unit"])
def test_the_rest_is_closed_to_who_is_not_logged_in(client, name):
    assert client.get(reverse(name))["Location"].startswith(reverse("login"))
