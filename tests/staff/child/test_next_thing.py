"""The one obvious next thing, picked from what is known about the child."""

from datetime import timedelta

import pytest

from laget.access import door
from laget.children.models import Child
from laget.concerns.models import Decision, Heard
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import EntryKind
from laget.staff.child.next_thing import next_thing
from laget.staff.child.reading import read
from tests import cast
from tests.staff.child.conftest import STAFF


@pytest.fixture
def next_for(child):
    """What the page says to someone, so many days from now."""

    def next_for(user, days=0):
        later = clock.now() + timedelta(days=days)
        with clock.at(later), acting(user.pk, STAFF):
            seen = door.permitted(user, Child.objects.filter(pk=child.pk)).get()
            return next_thing(read(seen, user))

    return next_for


@pytest.fixture
def spoken(log, write, holder):
    write(holder, "Jeg vil leke.", kind=EntryKind.VOICE, heard=Heard.TALK)


def test_first_it_is_registered_and_the_follow_up_can_begin(child, next_for, holder):
    assert next_for(holder).name == "open-log"


def test_while_the_concern_is_open_the_way_goes_back_to_it(
    child, next_for, holder, bygdevik
):
    with acting(holder.pk, STAFF):
        cast.make_concern(holder, bygdevik, child=child)
    assert next_for(holder).name == "concern"


def test_help_together_with_others_begins_with_consent(
    child, next_for, holder, bygdevik
):
    with acting(holder.pk, STAFF):
        concern = cast.make_concern(holder, bygdevik, child=child)
        cast.make_ready(concern, holder)
        cast.decide(concern, holder, Decision.LEVEL_2)
    assert next_for(holder).name == "consents"


def test_a_log_without_goals_asks_for_one(log, next_for, holder):
    assert next_for(holder).name == "set-goal"


def test_a_goal_for_which_nothing_is_done_asks_what_to_do(goal, next_for, holder):
    assert next_for(holder).name == "add-intervention"


def test_a_log_without_the_childs_words_asks_for_them(intervention, next_for, holder):
    assert next_for(holder).name == "voice"


def test_when_all_is_well_nothing_waits(intervention, spoken, next_for, holder):
    assert next_for(holder) is None


def test_a_review_within_a_week_is_told(intervention, spoken, next_for, holder):
    assert next_for(holder, days=25).name == "review-soon"


def test_a_review_that_is_late_comes_before_what_is_missing(
    intervention, next_for, holder
):
    thing = next_for(holder, days=31)
    assert (thing.name, thing.late) == ("review", True)
    assert thing.url


def test_whoever_is_asked_to_hold_the_log_answers_first(busy, next_for, holder, nurse):
    with acting(holder.pk, STAFF):
        logs.take_back(busy.handovers.open().get())
        logs.offer(busy, to=cast.job_of(nurse), reason="Permisjon.", by=holder)
    assert next_for(nurse, days=31).name == "answer-handover"
    assert next_for(holder).name == "handover"


def test_a_next_date_that_has_passed_is_told_with_a_button_for_the_holder_alone(
    log, next_for, holder, nurse
):
    assert next_for(holder, days=61).name == "next-date"
    assert next_for(holder, days=61).url
    assert not next_for(nurse, days=61).url


def test_a_consent_about_to_run_out_is_told_to_the_holder(
    intervention, spoken, next_for, holder, nurse, child
):
    with acting(holder.pk, STAFF):
        cast.make_consent(child, cast.job_of(nurse).unit.service, by=holder, days=20)
    assert next_for(holder).name == "consent"
    assert next_for(nurse) is None


def test_by_emergency_access_nothing_is_asked_of_one(busy, next_for, child, caseworker):
    with acting(caseworker.pk, STAFF):
        logs.open_emergency(
            name=child.name, born_on=child.born_on, reason="Uro.", by=caseworker
        )
    assert next_for(caseworker) is None
