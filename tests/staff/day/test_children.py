"""My children: those I work with, filtered, fifty at a time, and noted."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.audit.models import Event
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from tests.cast import STAFF, in_days, job_of, make_child


@pytest.fixture
def many(holder, bygdevik, kindergarten):
    with acting(holder.pk, STAFF):
        for number in range(60):
            child = make_child(
                by=holder,
                municipality=bygdevik,
                unit=kindergarten,
                name=f"Barn Nr{number:02}",
            )
            logs.open_log(child, by=job_of(holder), level=1, next_on=in_days(3))


def page_of(client, query=""):
    return client.get(reverse("children") + query).content.decode()


def test_the_team_sees_the_child_and_others_do_not(
    as_user, holder, nurse, colleague, stranger, leader, log
):
    for user in (holder, nurse):
        assert "Nora Sand" in page_of(as_user(user))
    for user in (colleague, stranger, leader):
        assert "Nora Sand" not in page_of(as_user(user))


def test_a_teacher_who_is_a_mother_does_not_list_her_own_child(
    as_user, teacher, holder, child, bygdevik
):
    from laget.children import actions as children

    with acting(holder.pk, STAFF):
        children.add_guardian(child, name=teacher.name, user=teacher)
    assert "Nora Sand" not in page_of(as_user(teacher))


def test_filters_by_level_holder_and_lateness(as_user, nurse, holder, log):
    nurses = as_user(nurse)
    assert "Nora Sand" in page_of(nurses, "?level=2")
    assert "Nora Sand" not in page_of(nurses, "?level=3")
    assert "Nora Sand" not in page_of(nurses, "?holder=me")
    assert "Nora Sand" in page_of(nurses, "?holder=other")
    assert "Nora Sand" in page_of(as_user(holder), "?holder=me")
    assert "Nora Sand" not in page_of(nurses, "?late=on")
    with clock.at(clock.now() + timedelta(days=61)):
        assert "Nora Sand" in page_of(as_user(nurse), "?late=on")


def test_a_name_is_looked_for_without_standing_in_the_address(as_user, holder, log):
    found = as_user(holder).post(reverse("children"), {"name": "san no"})
    assert "Nora Sand" in found.content.decode()
    found = as_user(holder).post(reverse("children"), {"name": "Ola"})
    assert "Nora Sand" not in found.content.decode()


def test_fifty_at_a_time_at_a_constant_cost(as_user, holder, many, log):
    client = as_user(holder)
    with CaptureQueriesContext(connection) as asked:
        first = page_of(client)
    assert first.count("Barn Nr") == 50
    assert "Barn Nr59" in page_of(client, "?page=2")
    with CaptureQueriesContext(connection) as one:
        page_of(client, "?level=2")
    assert len(asked) == len(one) <= 15


def test_which_children_the_list_showed_is_noted(as_user, holder, log):
    page_of(as_user(holder))
    with acting(holder.pk, STAFF):
        event = Event.objects.get(action="child.list")
        assert event.details["shown"] == [str(log.child_id)]


@pytest.mark.parametrize("query", ["?level=9", "?page=x", "?holder=%00", "?late=maybe"])
def test_strange_filters_never_break_the_page(as_user, holder, log, query):
    assert as_user(holder).get(reverse("children") + query).status_code == 200


def test_a_guardian_has_no_list_of_children(as_user, guardian, log):
    assert "Nora Sand" not in page_of(as_user(guardian))
