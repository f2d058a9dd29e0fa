"""Every page of the work is made in few statements, however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs import actions
from tests.cast import STAFF, in_days, job_of, review

MOST = 15
OF_LOG = ["set-goal", "change-level", "log-next-date", "offer-log", "invite"]
OF_LOG += ["invite-by-law", "move-child", "close-log"]
OF_GOAL = ["change-goal", "end-goal", "add-intervention"]
OF_INTERVENTION = ["change-intervention", "review"]


def statements(client, name, key):
    with CaptureQueriesContext(connection) as made:
        response = client.get(reverse(name, args=[key]))
    assert response.status_code == 200
    assert "!!!" not in response.text, "every name in the template is known"
    return len(made)


@pytest.mark.parametrize("name", OF_LOG)
def test_a_page_about_a_log(as_user, holder, log, intervention, name):
    assert statements(as_user(holder), name, log.pk) <= MOST


@pytest.mark.parametrize("name", OF_GOAL)
def test_a_page_about_a_goal(as_user, holder, goal, intervention, name):
    assert statements(as_user(holder), name, goal.pk) <= MOST


@pytest.mark.parametrize("name", OF_INTERVENTION)
def test_a_page_about_something_that_is_done(as_user, holder, intervention, name):
    assert statements(as_user(holder), name, intervention.pk) <= MOST


def test_the_page_that_opens_a_log(as_user, holder, child):
    assert statements(as_user(holder), "open-log", child.pk) <= MOST


def test_the_pages_of_an_offer(as_user, holder, colleague, log):
    with acting(holder.pk, STAFF):
        made = actions.offer(log, to=job_of(colleague), reason="x", by=holder)

    assert statements(as_user(holder), "handover", made.pk) <= MOST
    assert statements(as_user(colleague), "handover", made.pk) <= MOST
    assert statements(as_user(colleague), "decline-handover", made.pk) <= MOST


@pytest.mark.parametrize("name", ["change-level", "invite", "close-log", "offer-log"])
def test_the_number_does_not_grow_with_what_is_in_the_log(
    as_user, holder, colleague, leader, log, intervention, name
):
    client = as_user(holder)
    with acting(holder.pk, STAFF):
        review(intervention, holder)
    before = statements(client, name, log.pk)

    with acting(holder.pk, STAFF):
        actions.invite(log, employment=job_of(leader))
        for number in range(5):
            add_something(log, holder, number)

    assert statements(client, name, log.pk) == before


def add_something(log, by, number):
    goal = actions.set_goal(log, text=f"Mål {number}", owner=by, next_on=in_days(9))
    one = actions.add_intervention(
        goal, text="Lek", how_we_see="x", owner=by, review_on=in_days(9)
    )
    review(one, by)
