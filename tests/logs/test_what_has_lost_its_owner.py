"""What somebody was responsible for finds its holder; who loses sight is told."""

import pytest
from django.urls import reverse

from laget.access import door
from laget.children.models import Child
from laget.consents import actions as consents
from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.due import Kind
from laget.messaging.models import Message
from laget.organisation.models import Employment
from laget.staff.child.next_thing import next_thing
from laget.staff.child.reading import read
from laget.staff.day.lines import my_day
from tests.cast import STAFF, in_days
from tests.logs.asked import close
from tests.seen import consent_of

LEFT = (Kind.INTERVENTION_LEFT, Kind.GOAL_LEFT)


@pytest.fixture
def nurses(log, goal, nurse, holder):
    """A goal and two interventions that the nurse is responsible for."""
    with acting(holder.pk, STAFF):
        actions.set_goal(log, text="Sover godt", owner=nurse, next_on=in_days(60))
        for text in ("Søvnskjema", "Hjemmebesøk"):
            actions.add_intervention(
                goal,
                text=text,
                how_we_see="Sover hele natta",
                owner=nurse,
                review_on=in_days(30),
            )
    return nurse


def withdraw(child, service_of, by):
    with acting(by.pk, STAFF):
        consent = consent_of(child, service_of)
        with actions.telling_who_loses_sight(consent, by=by):
            consents.withdraw(consent, by=by)


def left(user):
    with acting(user.pk, STAFF):
        found = my_day(user).waiting
    return {line.kind: line.count for line in found if line.kind in LEFT}


def next_for(user, child):
    with acting(user.pk, STAFF):
        seen = door.permitted(user, Child.objects.filter(pk=child.pk)).get()
        return next_thing(read(seen, user))


def told(user):
    with acting(user.pk, STAFF):
        return [m.template for m in Message.objects.exclude(template__contains="team")]


def test_as_long_as_the_owner_sees_the_log_nothing_is_asked(nurses, holder, child):
    assert left(holder) == {}
    assert next_for(holder, child).name != "left-by-the-owner"


@pytest.mark.parametrize("how", ["consent", "work"])
def test_it_finds_the_holder_counted_for_each_child(
    as_user, nurses, holder, child, leader, how
):
    if how == "consent":
        withdraw(child, nurses, by=holder)
    else:
        Employment.objects.filter(user=nurses).update(ended_at="2026-01-01T00:00Z")
    assert left(holder) == {Kind.INTERVENTION_LEFT: 2, Kind.GOAL_LEFT: 1}
    page = as_user(holder).get(reverse("day")).content.decode()
    assert "2 tiltak har en ansvarlig som ikke er med lenger" in page
    thing = next_for(holder, child)
    assert thing.name == "left-by-the-owner"
    assert thing.title.startswith("2 tiltak")
    assert thing.url in page


def test_only_the_holder_is_asked(nurses, holder, adviser, child):
    withdraw(child, nurses, by=holder)
    assert left(adviser) == {}
    assert getattr(next_for(adviser, child), "name", "") != "left-by-the-owner"


def test_whoever_loses_sight_by_a_withdrawal_is_told_and_nobody_else(
    log, child, holder, nurse, adviser
):
    withdraw(child, nurse, by=holder)
    assert told(nurse) == ["you_see_it_no_more"]
    assert told(adviser) == told(holder) == []


def test_the_page_that_withdraws_tells_them_too(as_user, log, child, holder, nurse):
    with acting(holder.pk, STAFF):
        there = reverse("withdraw-consent", args=[consent_of(child, nurse).pk])
    answer = as_user(holder).post(there, {"reason": "Familien vil ikke mer"})
    assert answer.status_code == 302
    assert told(nurse) == ["you_see_it_no_more"]


def test_the_team_is_told_that_the_log_is_closed(log, holder, nurse, adviser):
    with acting(holder.pk, STAFF):
        close(log, holder)
    assert told(nurse) == told(adviser) == ["a_log_was_closed"]
    assert told(holder) == []
