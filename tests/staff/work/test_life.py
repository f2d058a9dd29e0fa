import pytest
from django.urls import reverse

from laget.concerns.actions import do_not_tell
from laget.concerns.models import NotTold
from laget.kernel.acting import acting
from laget.logs.models import LevelChange, Log
from tests.cast import (
    STAFF,
    decide,
    in_days,
    job_of,
    make_child,
    make_concern,
    make_consent,
    make_ready,
    review,
)
from tests.staff.work.typed import close_form, day, level_form


def the_log(user):
    with acting(user.pk, STAFF):
        return Log.objects.select_related("holder", "concern").get()


def opening(by, **typed):
    return {"employment": job_of(by).pk, "level": 1, "next_on": day(30)} | typed


def test_whoever_opens_the_log_holds_it(as_user, child, holder):
    url = reverse("open-log", args=[child.pk])

    response = as_user(holder).post(url, opening(holder))

    assert response["Location"] == reverse("child", args=[child.pk])
    assert the_log(holder).holder == holder


def test_who_works_in_one_place_is_not_asked_where(as_user, child, holder):
    as_user(holder).post(
        reverse("open-log", args=[child.pk]), opening(holder, employment="")
    )

    assert the_log(holder).unit_id == job_of(holder).unit_id


def test_the_log_grows_from_ones_own_decided_concern(as_user, child, holder, bygdevik):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=child)
        make_ready(concern, holder)
        decide(concern, holder)
    url = reverse("open-log", args=[child.pk])

    as_user(holder).post(f"{url}?concern={concern.pk}", opening(holder))

    assert the_log(holder).concern == concern


@pytest.mark.parametrize("is_told", [True, False])
def test_where_the_family_is_not_told_one_is_reminded_of_what_they_see(
    as_user, child, holder, bygdevik, is_told
):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=child)
        make_ready(concern, holder)
        if not is_told:
            do_not_tell(concern, why=NotTold.VIOLENCE, reason="Redd", by=holder)
        decide(concern, holder)
    url = reverse("open-log", args=[child.pk])

    page = as_user(holder).get(f"{url}?concern={concern.pk}").text

    assert ("Familien har ikke fått vite om bekymringen" in page) is not is_told


def test_a_shared_log_cannot_be_chosen_before_the_family_has_said_yes(
    as_user, child, holder
):
    url = reverse("open-log", args=[child.pk])

    response = as_user(holder).post(url, opening(holder, level=2))

    assert response.status_code == 422


def test_those_with_consent_join_in_the_same_go(as_user, child, holder, nurse):
    with acting(holder.pk, STAFF):
        make_consent(child, job_of(nurse).unit.service, by=holder)
    url = reverse("open-log", args=[child.pk])

    form = opening(holder, level=2, invited=[job_of(nurse).pk])
    as_user(holder).post(url, form)

    log = the_log(nurse)
    assert log.level == 2
    with acting(nurse.pk, STAFF):
        assert log.has_on_team(nurse)


def test_who_works_elsewhere_is_led_to_offer_it_to_the_childs_own_unit(
    as_user, nurse, bygdevik, kindergarten, guardian
):
    with acting(nurse.pk, STAFF):
        child = make_child(
            by=nurse, municipality=bygdevik, unit=kindergarten, guardians=[guardian]
        )
    url = reverse("open-log", args=[child.pk])

    response = as_user(nurse).post(url, opening(nurse))

    assert response["Location"] == reverse("offer-log", args=[the_log(nurse).pk])


def test_a_child_with_an_open_log_gets_no_other(as_user, log, child, holder):
    url = reverse("open-log", args=[child.pk])

    assert as_user(holder).get(url).status_code == 403


def test_the_level_is_raised_with_all_that_is_asked(as_user, log, holder):
    as_user(holder).post(reverse("change-level", args=[log.pk]), level_form())

    assert the_log(holder).level == 3
    with acting(holder.pk, STAFF):
        change = LevelChange.objects.get()
    assert [word in change.best_interests for word in ("K1", "A2", "W3", "S4")] == (
        [True] * 4
    )


@pytest.mark.parametrize("silent", ["child_view", "heard", "known", "shown", "tried"])
def test_nothing_of_it_may_be_left_out(as_user, log, holder, silent):
    form = level_form(**{silent: ""})
    response = as_user(holder).post(reverse("change-level", args=[log.pk]), form)

    assert response.status_code == 422
    assert the_log(holder).level == 2


def test_what_is_not_evaluated_is_named_with_a_link(as_user, log, intervention, holder):
    url = reverse("change-level", args=[log.pk])
    client = as_user(holder)

    page, tried = client.get(url), client.post(url, level_form())

    assert reverse("review", args=[intervention.pk]) in page.text
    assert tried.status_code == 422
    assert the_log(holder).level == 2


def test_what_was_tried_is_filled_in_from_the_log(as_user, log, intervention, holder):
    with acting(holder.pk, STAFF):
        review(intervention, holder)

    page = as_user(holder).get(reverse("change-level", args=[log.pk]))

    assert "– En voksen er med i leken" in page.text
    assert "Hun blir bedt med oftere." in page.text


def test_the_level_is_lowered(as_user, log, intervention, holder):
    as_user(holder).post(reverse("change-level", args=[log.pk]), level_form(to=1))

    assert the_log(holder).level == 1


def test_the_next_date_is_set(as_user, log, holder):
    as_user(holder).post(reverse("log-next-date", args=[log.pk]), {"on": day(5)})

    assert the_log(holder).next_on == in_days(5)


@pytest.mark.parametrize("typed", ["", "i går", "01.01.2020"])
def test_a_date_that_has_passed_is_not_taken(as_user, log, holder, typed):
    url = reverse("log-next-date", args=[log.pk])

    assert as_user(holder).post(url, {"on": typed}).status_code == 422


def test_what_is_closed_is_read_back_first(as_user, log, goal, holder):
    url = reverse("close-log", args=[log.pk])

    response = as_user(holder).post(url, close_form([goal]))

    assert response.status_code == 200
    for words in ("Nora leker", "Fint", "Takk", "Kari"):
        assert words in response.text
    assert the_log(holder).is_open


def test_and_can_still_be_changed(as_user, log, goal, holder):
    url = reverse("close-log", args=[log.pk])

    response = as_user(holder).post(url, close_form([goal], change="1"))

    assert "<textarea" in response.text
    assert the_log(holder).is_open


def test_and_is_closed_when_it_has_been_read(as_user, log, goal, holder):
    url = reverse("close-log", args=[log.pk])

    as_user(holder).post(url, close_form([goal], read="1"))

    log = the_log(holder)
    assert not log.is_open
    assert (log.child_words, log.follows_on) == ("Fint", "Kari")


@pytest.mark.parametrize("silent", ["why", "heard", "child_words", "follows_on"])
def test_a_log_is_not_closed_without_words(as_user, log, goal, holder, silent):
    form = close_form([goal], read="1", **{silent: ""})
    response = as_user(holder).post(reverse("close-log", args=[log.pk]), form)

    assert response.status_code == 422
    assert the_log(holder).is_open


def test_a_log_is_not_closed_without_a_result_for_each_goal(as_user, log, goal, holder):
    url = reverse("close-log", args=[log.pk])

    assert as_user(holder).post(url, close_form(read="1")).status_code == 422


@pytest.mark.parametrize(
    "name", ["change-level", "close-log", "log-next-date", "invite"]
)
def test_only_the_holder_does_this(as_user, log, nurse, colleague, name):
    url = reverse(name, args=[log.pk])

    assert as_user(nurse).get(url).status_code == 403
    assert as_user(colleague).get(url).status_code == 404
