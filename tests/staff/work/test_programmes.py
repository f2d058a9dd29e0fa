"""What exists is found by what the team itself wrote: by need, age and tier."""

import pytest
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.models import Goal
from tests.cast import STAFF, in_days
from tests.staff.work.typed import goal_form
from tests.standing_catalogue import FRIENDS

pytestmark = pytest.mark.django_db
NEVER = ("Avsluttet gruppe", "Vennegruppe i Fjordby", "Ungdomsklubb")


@pytest.fixture
def about_friends(log, holder):
    with acting(holder.pk, STAFF):
        return actions.set_goal(
            log, text="En venn", owner=holder, next_on=in_days(60), needs=[FRIENDS]
        )


@pytest.fixture
def page(as_user, holder):
    """The programmes beside a goal, as the holder sees them."""

    def page(goal, **asked):
        url = reverse("add-intervention", args=[goal.pk])
        text = as_user(holder).get(url, asked).text
        return text.split('id="programmes"')[1]

    return page


def test_what_the_team_chose_comes_first_of_all(page, about_friends):
    shown = page(about_friends)

    assert shown.index("Alle med") < shown.index("Lekegruppe")
    assert "Språkleker" not in shown


def test_the_reason_is_told(page, about_friends):
    assert "som dere valgte" in page(about_friends)
    assert "3–6 år" in page(about_friends)


def test_nothing_is_suggested_from_another_place_or_age_or_what_has_ended(
    page, about_friends, goal
):
    shown = page(about_friends) + page(about_friends, need="") + page(goal)

    assert [name for name in NEVER if name in shown] == []


def test_one_can_look_for_anything_else(page, about_friends):
    assert "Språkleker" in page(about_friends, need="1.2")
    assert "Språkleker" in page(about_friends, need="")
    assert "Alle med" not in page(about_friends, need="", tier="yellow")
    assert "Alle med" not in page(about_friends, arena="relations")


def test_a_goal_that_says_nothing_shows_all_for_the_age(page, goal):
    shown = page(goal)

    assert "Språkleker" in shown and "Lekegruppe" in shown
    assert "som dere valgte" not in shown


def test_the_team_says_what_a_goal_is_about_and_may_change_it(as_user, log, holder):
    client = as_user(holder)
    typed = goal_form(holder, needs=[FRIENDS, "1.2"])
    client.post(reverse("set-goal", args=[log.pk]), typed)
    with acting(holder.pk, STAFF):
        made = Goal.objects.get(text="Nora leker ute")
        assert made.needs == [FRIENDS, "1.2"]

    url = reverse("change-goal", args=[made.pk])
    typed = goal_form(holder, needs=["1.2"], version=1, now="4")
    assert client.post(url, typed).status_code == 302
    with acting(holder.pk, STAFF):
        made.refresh_from_db()
        assert made.needs == ["1.2"]


def test_a_need_that_is_none_is_refused(as_user, log, holder):
    typed = goal_form(holder, needs=["9.9"])
    answer = as_user(holder).post(reverse("set-goal", args=[log.pk]), typed)

    assert answer.status_code == 422
