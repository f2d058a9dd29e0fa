import uuid

import pytest
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.models import Handover, Log
from tests.cast import STAFF, in_days, job_of, make_consent
from tests.seen import sees
from tests.staff.work.typed import day


@pytest.fixture
def offered(log, holder, colleague):
    with acting(holder.pk, STAFF):
        return actions.offer(
            *[log],
            to=job_of(colleague),
            reason="Jeg slutter",
            must_know="Ida er viktig",
            by=holder,
        )


def holder_now(user):
    with acting(user.pk, STAFF):
        return Log.objects.select_related("holder").get().holder


def part(log, user, seen_by):
    with acting(seen_by.pk, STAFF):
        return log.participations.current().get(employment__user=user)


def test_the_log_is_offered_with_what_must_be_known(as_user, log, holder, colleague):
    form = {"to": job_of(colleague).pk, "reason": "Permisjon", "must_know": "Ida"}
    as_user(holder).post(
        reverse("offer-log", args=[log.pk]), form | {"from_on": day(20)}
    )

    with acting(holder.pk, STAFF):
        made = Handover.objects.select_related("to__user").get()
    assert (made.to.user, made.must_know, made.from_on) == (
        *(colleague, "Ida", in_days(20)),
    )
    assert holder_now(holder) == holder


def test_only_those_with_a_basis_can_be_asked(as_user, log, holder, teacher, stranger):
    page = as_user(holder).get(reverse("offer-log", args=[log.pk]))

    assert teacher.name not in page.text
    assert stranger.name not in page.text


def test_with_consent_somebody_at_the_new_school_can_be_asked(
    as_user, log, child, holder, teacher, school
):
    with acting(holder.pk, STAFF):
        make_consent(child, school.service, by=holder)

    page = as_user(holder).get(reverse("offer-log", args=[log.pk]))

    assert teacher.name in page.text


def test_an_offer_that_waits_is_shown_instead_of_a_new_one(
    as_user, log, offered, holder
):
    response = as_user(holder).get(reverse("offer-log", args=[log.pk]))

    assert response["Location"] == reverse("handover", args=[offered.pk])


def test_the_one_who_is_asked_sees_what_is_asked_and_nothing_more(
    as_user, offered, goal, child, colleague
):
    page = as_user(colleague).get(reverse("handover", args=[offered.pk]))

    for words in (child.name, "Jeg slutter", "Ida er viktig"):
        assert words in page.text
    assert goal.text not in page.text


def test_the_one_who_says_yes_holds_it(as_user, offered, child, colleague):
    url = reverse("accept-handover", args=[offered.pk])

    response = as_user(colleague).post(url, {"once": uuid.uuid4()})

    assert response["Location"] == reverse("child", args=[child.pk])
    assert holder_now(colleague) == colleague


def test_saying_yes_twice_is_saying_it_once(as_user, offered, colleague):
    url, form = reverse("accept-handover", args=[offered.pk]), {"once": uuid.uuid4()}
    client = as_user(colleague)

    first, second = client.post(url, form), client.post(url, form)

    assert first["Location"] == second["Location"]


def test_the_one_who_says_no_writes_why(as_user, offered, holder, colleague):
    url = reverse("decline-handover", args=[offered.pk])

    silent = as_user(colleague).post(url, {"answer": ""})
    as_user(colleague).post(url, {"answer": "Jeg rekker det ikke"})

    assert silent.status_code == 422
    assert not sees(colleague)
    page = as_user(holder).get(reverse("handover", args=[offered.pk]))
    assert "Jeg rekker det ikke" in page.text


def test_the_giver_takes_it_back(as_user, offered, holder, colleague):
    as_user(holder).post(reverse("take-back-handover", args=[offered.pk]))

    gone = as_user(colleague).get(reverse("handover", args=[offered.pk]))
    assert gone.status_code == 404
    assert holder_now(holder) == holder


def test_a_link_alone_neither_accepts_nor_takes_back(
    as_user, offered, colleague, holder
):
    for user, name in [(colleague, "accept-handover"), (holder, "take-back-handover")]:
        url = reverse(name, args=[offered.pk])
        assert as_user(user).get(url).status_code == 405


@pytest.mark.parametrize("name", ["accept-handover", "decline-handover"])
def test_only_the_one_who_is_asked_answers(
    as_user, offered, holder, nurse, leader, name
):
    url = reverse(name, args=[offered.pk])

    answers = {
        user: as_user(user).post(url, {}).status_code for user in (holder, nurse)
    }

    assert set(answers.values()) == {403}
    assert as_user(leader).post(url, {}).status_code == 404


def test_after_a_handover_to_the_school_the_child_moves_there(
    as_user, log, child, holder, teacher, school
):
    with acting(holder.pk, STAFF):
        make_consent(child, school.service, by=holder)
        made = actions.offer(log, to=job_of(teacher), reason="Skolestart", by=holder)
    client = as_user(teacher)

    then = client.post(reverse("accept-handover", args=[made.pk]))["Location"]
    page = client.get(then)
    client.post(then, {"unit": school.pk})

    assert then == reverse("move-child", args=[log.pk])
    assert holder.name in page.text, "it says who sees it no more"
    with acting(teacher.pk, STAFF):
        assert Log.objects.select_related("unit").get().unit == school
    assert not sees(holder)


def test_somebody_of_the_own_unit_is_invited(as_user, log, holder, colleague):
    form = {"employment": job_of(colleague).pk}
    as_user(holder).post(reverse("invite", args=[log.pk]), form)

    assert sees(colleague)


def test_nobody_without_a_basis_is_invited(as_user, log, holder, teacher):
    form = {"employment": job_of(teacher).pk}
    response = as_user(holder).post(reverse("invite", args=[log.pk]), form)

    assert response.status_code == 422
    assert not sees(teacher)


def test_who_takes_part_by_law_does_so_by_a_law_that_is_named(
    as_user, log, holder, caseworker
):
    url = reverse("invite-by-law", args=[log.pk])
    form = {"employment": job_of(caseworker).pk}

    silent = as_user(holder).post(url, form | {"statute": ""})
    as_user(holder).post(url, form | {"statute": "en lov § 1"})

    assert silent.status_code == 422
    assert sees(caseworker)
    assert "en lov § 1" in as_user(holder).get(reverse("invite", args=[log.pk])).text


def test_who_leaves_sees_no_more(as_user, log, nurse):
    url = reverse("leave-team", args=[part(log, nurse, nurse).pk])

    response = as_user(nurse).post(url)

    assert response["Location"] == reverse("day")
    assert not sees(nurse)


def test_what_somebody_is_responsible_for_is_shown_before_they_leave(
    as_user, log, holder, nurse
):
    with acting(holder.pk, STAFF):
        goal = actions.set_goal(log, text="Sove godt", owner=nurse, next_on=in_days(9))
    url = reverse("remove-from-team", args=[part(log, nurse, holder).pk])

    page, refused = as_user(holder).get(url), as_user(holder).post(url)

    assert reverse("change-goal", args=[goal.pk]) in page.text
    assert refused.status_code == 422
    assert sees(nurse)


def test_the_holder_takes_somebody_off_the_team(as_user, log, holder, nurse):
    as_user(holder).post(
        reverse("remove-from-team", args=[part(log, nurse, holder).pk])
    )

    assert not sees(nurse)
