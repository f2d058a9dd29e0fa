"""What one only sees, one does not change: the rule and the database say the same."""

import pytest

from laget.access import children as may_child
from laget.access import door
from laget.access import logs as may_log
from laget.consents import actions as consents
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from tests.cast import make_child
from tests.seen import consent_of

pytestmark = pytest.mark.django_db
STAFF = Role.STAFF


def open_emergency(child, by):
    logs.open_emergency(
        name=child.name, born_on=child.born_on, reason="Det haster.", by=by
    )


def test_emergency_access_gives_back_no_place_on_the_team(log, child, holder, nurse):
    with acting(holder.pk, STAFF):
        consents.withdraw(consent_of(child, nurse), by=holder)
    with acting(nurse.pk, STAFF):
        open_emergency(child, nurse)

        assert door.allowed(nurse, may_log.READ).filter(pk=log.pk).exists()
        for action in (may_log.WRITE, may_log.LEAVE, may_log.CHANGE_GOAL):
            assert not door.allowed(nurse, action).exists(), action


def test_who_registered_a_child_keeps_it_after_an_emergency(
    bygdevik, kindergarten, holder
):
    with acting(holder.pk, STAFF):
        child = make_child(by=holder, municipality=bygdevik, unit=kindergarten)
        open_emergency(child, holder)

        for action in (may_child.EDIT, may_child.ASK_CONSENT, may_child.OPEN_LOG):
            assert door.allowed(holder, action).get() == child
