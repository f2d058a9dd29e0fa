import pytest
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs import actions
from tests.cast import STAFF, job_of


@pytest.mark.parametrize(
    "name",
    [
        "set-goal",
        "change-level",
        "log-next-date",
        "offer-log",
        "invite",
        "invite-by-law",
        "move-child",
        "close-log",
    ],
)
def test_log_pages(
    as_user, holder, log, intervention, name, django_assert_max_num_queries
):
    client = as_user(holder)
    with django_assert_max_num_queries(15):
        r = client.get(reverse(name, args=[log.pk]))
    assert r.status_code == 200
    assert "!!!" not in r.text


@pytest.mark.parametrize("name", ["change-goal", "end-goal", "add-intervention"])
def test_goal(as_user, holder, goal, name, intervention, django_assert_max_num_queries):
    client = as_user(holder)
    with django_assert_max_num_queries(15):
        r = client.get(reverse(name, args=[goal.pk]))
    assert r.status_code == 200
    assert "!!!" not in r.text


@pytest.mark.parametrize("name", ["change-intervention", "review"])
def test_int(as_user, holder, intervention, name, django_assert_max_num_queries):
    client = as_user(holder)
    with django_assert_max_num_queries(15):
        r = client.get(reverse(name, args=[intervention.pk]))
    assert r.status_code == 200
    assert "!!!" not in r.text


def test_open(as_user, holder, child, django_assert_max_num_queries):
    client = as_user(holder)
    with django_assert_max_num_queries(15):
        r = client.get(reverse("open-log", args=[child.pk]))
    assert r.status_code == 200
    assert "!!!" not in r.text


def test_handover(
    as_user, holder, colleague, nurse, log, django_assert_max_num_queries
):
    job = job_of(colleague)
    with acting(holder.pk, STAFF):
        h = actions.offer(log, to=job, reason="x", must_know="y", by=holder)
        p = [
            p.pk for p in log.participations.all() if p.employment.user_id == nurse.pk
        ][0]
    for u in (holder, colleague):
        client = as_user(u)
        with django_assert_max_num_queries(15):
            r = client.get(reverse("handover", args=[h.pk]))
        assert r.status_code == 200
        assert "!!!" not in r.text
    r = as_user(colleague).get(reverse("decline-handover", args=[h.pk]))
    assert r.status_code == 200
    assert as_user(nurse).get(reverse("leave-team", args=[p])).status_code == 200
    assert as_user(holder).get(reverse("remove-from-team", args=[p])).status_code == 200
