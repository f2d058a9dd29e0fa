"""A leader's own day shows what is left lying in the unit, and what is long overdue."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from tests.cast import STAFF, in_days, job_of


@pytest.fixture
def away(holder, leader, log, intervention):
    with acting(leader.pk, STAFF):
        logs.record_absence(
            job_of(holder), away_from=in_days(0), away_until=None, by=leader
        )
    return log


def day(client):
    return client.get(reverse("day")).content.decode()


def test_what_is_left_lying_is_one_button_from_being_handed_on(as_user, leader, away):
    page = day(as_user(leader))
    assert reverse("hand-on", args=[away.pk]) in page
    assert "NS," in page and "Nora" not in page


def test_nobody_else_sees_it(as_user, away, colleague, nurse, rector, stranger_leader):
    for user in (colleague, nurse, rector, stranger_leader):
        assert reverse("hand-on", args=[away.pk]) not in day(as_user(user))


def test_what_is_long_overdue_is_counted(as_user, leader, log):
    assert "I enheten min" not in day(as_user(leader))
    with clock.at(clock.now() + timedelta(days=69)):
        assert "1 oppfølging har vært på overtid i mer enn en uke" in day(
            as_user(leader)
        )


def test_a_leaders_day_costs_few_statements(as_user, leader, away):
    client = as_user(leader)
    with CaptureQueriesContext(connection) as asked:
        day(client)
    assert len(asked) <= 15
