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
