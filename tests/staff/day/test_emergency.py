"""Emergency access: named exactly, with a reason, told at once, for two hours."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from laget.audit.models import Event
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs.models import Log
from laget.messaging.models import Message
from tests.cast import STAFF, make_child

REASON = "Barnet er funnet alene."


def ask(client, **typed):
    return client.post(reverse("emergency"), {"reason": REASON, **typed})


def exactly(child):
    return {"name": child.name, "born_on": child.born_on.strftime("%d.%m.%Y")}


def sees(user):
    with acting(user.pk, STAFF):
        return Child.objects.exists(), Log.objects.exists()


def test_two_hours_and_then_no_more(as_user, teacher, log):
    answer = ask(as_user(teacher), **exactly(log.child))
    assert answer["Location"] == reverse("child", args=[log.child_id])
    assert sees(teacher) == (True, True)
    with clock.at(clock.now() + timedelta(hours=2, minutes=1)):
        assert sees(teacher) == (False, False)


def test_the_holder_and_the_leader_are_told_at_once(
    as_user, teacher, holder, leader, log
):
    ask(as_user(teacher), **exactly(log.child))
    for user in (holder, leader):
        with acting(user.pk, STAFF):
            assert Message.objects.get().template == "emergency_access_was_used"


def test_before_a_log_the_one_who_registered_the_child_is_told(
    as_user, teacher, holder, leader, child
):
    ask(as_user(teacher), **exactly(child))
    for user in (holder, leader):
        with acting(user.pk, STAFF):
            assert Message.objects.get().template == "emergency_access_was_used"


def test_somebody_who_leads_is_always_told(as_user, teacher, rector, nurse, bygdevik):
    """A child without a unit, registered where nobody leads."""
    with acting(nurse.pk, STAFF):
        alone = make_child(by=nurse, municipality=bygdevik, name="Ulrik Alene")
    ask(as_user(teacher), **exactly(alone))
    for user in (nurse, rector):
        with acting(user.pk, STAFF):
            assert Message.objects.get().template == "emergency_access_was_used"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Nora"},
        {"born_on": "1.1.2001"},
        {"name": "Finnes Ikke"},
    ],
)
def test_nothing_opens_by_anything_but_the_exact_words(as_user, teacher, log, wrong):
    answer = ask(as_user(teacher), **(exactly(log.child) | wrong))
    assert answer.status_code == 422
    assert REASON in answer.content.decode()
    assert sees(teacher) == (False, False)


def test_none_and_not_allowed_answer_alike(as_user, stranger, log):
    """A child of another municipality, and a child that is not there."""
    hidden = ask(as_user(stranger), **exactly(log.child))
    missing = ask(as_user(stranger), **(exactly(log.child) | {"name": "Ingen Slik"}))
    assert hidden.status_code == missing.status_code == 422
    for answer in (hidden, missing):
        with translation.override("nb"):
            told = gettext("We found nobody by exactly this. Nothing has been opened.")
        assert told in answer.content.decode()


@pytest.mark.parametrize("reason", ["", "   "])
def test_no_reason_no_access(as_user, teacher, log, reason):
    answer = ask(as_user(teacher), **exactly(log.child), reason=reason)
    assert answer.status_code == 422
    assert sees(teacher) == (False, False)


def test_what_was_tried_in_vain_is_written_down_and_guessing_ends(
    as_user, teacher, log
):
    client = as_user(teacher)
    for number in range(5):
        ask(client, name=f"Gjett {number}", born_on="1.1.2020")
    with acting(teacher.pk, STAFF):
        assert Event.objects.filter(action="emergency.in_vain").count() == 5
    answer = ask(client, **exactly(log.child))
    assert answer.status_code == 422
    assert sees(teacher) == (False, False)


def test_a_person_without_work_has_no_emergency_door(as_user, guardian, log):
    assert as_user(guardian).get(reverse("emergency")).status_code == 403
