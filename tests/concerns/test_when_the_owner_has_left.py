"""A concern is never left with nobody: when its owner has left, or is long away."""

import pytest
from django.urls import reverse

from laget.concerns import actions
from laget.concerns.models import Concern, Decision
from laget.kernel import RuleBroken
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.due import Kind
from laget.logs.remind import remind
from laget.messaging.models import Message
from laget.staff.day.lines import my_day
from tests.cast import STAFF, in_days, job_of, make_concern


def sees(user):
    with acting(user.pk, STAFF):
        return Concern.objects.exists()


def end_work(of, by):
    with acting(by.pk, STAFF):
        logs.end_work(job_of(of), by=by)


def record_absence(of, by):
    with acting(by.pk, STAFF):
        logs.record_absence(job_of(of), away_from=in_days(0), away_until=None, by=by)


@pytest.fixture
def shared(concern, holder, colleague):
    with acting(holder.pk, STAFF):
        actions.share(concern, to=job_of(colleague), by=holder)
    return concern


def test_the_leader_reads_no_concern_while_its_owner_works_there(concern, leader):
    assert not sees(leader)
    record_absence(concern.owner, leader)
    assert not sees(leader)


def test_when_the_owner_has_left_the_units_leader_sees_it_and_no_other_leader(
    concern, holder, leader, rector, stranger_leader, colleague
):
    end_work(holder, leader)
    others = (rector, stranger_leader, colleague, holder)
    assert [sees(who) for who in (leader, *others)] == [True, *[False] * 4]


def test_what_was_decided_before_the_owner_left_stays_closed_to_the_leader(
    concern, holder, leader
):
    with acting(holder.pk, STAFF):
        actions.decide(concern, decision=Decision.CLOSED, reason="Trygg nå.", by=holder)
    end_work(holder, leader)
    assert not sees(leader)


def test_it_is_on_the_leaders_day_and_one_button_passes_it_on(
    as_user, concern, holder, leader, colleague
):
    end_work(holder, leader)
    client, there = as_user(leader), reverse("pass-on-concern", args=[concern.pk])
    with acting(leader.pk, STAFF):
        assert [line.kind for line in my_day(leader).waiting] == [Kind.CONCERN_LEFT]
    for page in ("day", "unit"):
        assert there in client.get(reverse(page)).content.decode()
    assert there in client.get(reverse("concern", args=[concern.pk])).content.decode()
    answer = client.post(there, {"to": job_of(colleague).pk})
    assert answer["Location"] == reverse("day")
    assert sees(colleague) and not sees(leader)
    with acting(colleague.pk, STAFF):
        assert Concern.objects.get().owner == colleague
        assert Message.objects.get().template == "a_concern_is_yours"


def test_the_leader_may_take_it_but_not_write_in_it_before(
    as_user, concern, holder, leader
):
    end_work(holder, leader)
    client = as_user(leader)
    for deed in ("write-concern", "decide", "talk", "share-concern"):
        assert client.get(reverse(deed, args=[concern.pk])).status_code == 403
    there = reverse("pass-on-concern", args=[concern.pk])
    answer = client.post(there, {"to": job_of(leader).pk})
    assert answer["Location"] == reverse("concern", args=[concern.pk])
    assert client.get(reverse("decide", args=[concern.pk])).status_code == 200


def test_it_goes_to_nobody_outside_the_unit_or_away(
    as_user, concern, holder, leader, teacher, colleague
):
    end_work(holder, leader)
    record_absence(colleague, leader)
    there = reverse("pass-on-concern", args=[concern.pk])
    for user in (teacher, colleague, holder):
        answer = as_user(leader).post(there, {"to": job_of(user).pk})
        assert answer.status_code == 422
        with acting(leader.pk, STAFF), pytest.raises(RuleBroken):
            actions.find_owner(Concern.objects.get(), to=job_of(user), by=leader)


def test_nobody_finds_another_owner_while_the_owner_works_there(
    concern, holder, colleague
):
    with acting(holder.pk, STAFF), pytest.raises(RuleBroken):
        actions.find_owner(concern, to=job_of(colleague), by=holder)


def test_while_the_owner_is_away_whoever_was_let_in_takes_it_over(
    as_user, shared, holder, leader, colleague
):
    client, there = as_user(colleague), reverse("take-over-concern", args=[shared.pk])
    assert client.post(there).status_code == 403
    record_absence(holder, leader)
    page = client.get(reverse("concern", args=[shared.pk])).content.decode()
    assert there in page
    assert client.post(there).status_code == 302
    with acting(colleague.pk, STAFF):
        assert Concern.objects.get().owner == colleague
    with acting(holder.pk, STAFF):
        assert Concern.objects.exists()  # goes on reading
        assert {m.template for m in Message.objects.all()} == {
            "you_are_written_down_as_away",
            "your_concern_was_taken_over",
        }


def test_whoever_was_not_let_in_cannot_take_it(as_user, concern, holder, leader):
    record_absence(holder, leader)
    there = reverse("take-over-concern", args=[concern.pk])
    assert as_user(leader).post(there).status_code == 404


def test_the_leader_is_told_again_each_week_and_once(concern, holder, leader):
    end_work(holder, leader)
    with acting(leader.pk, STAFF):
        remind(leader)
        remind(leader)
        assert [m.template for m in Message.objects.all()] == ["a_concern_has_no_owner"]


def test_the_child_it_is_about_is_seen_until_it_has_an_owner_again(
    child, holder, leader, colleague, bygdevik
):
    with acting(holder.pk, STAFF):
        make_concern(holder, bygdevik, child=child)
    end_work(holder, leader)
    with acting(leader.pk, STAFF):
        found = Concern.objects.select_related("child").get()
        assert found.child == child
        actions.find_owner(found, to=job_of(colleague), by=leader)
        assert not Concern.objects.exists()
