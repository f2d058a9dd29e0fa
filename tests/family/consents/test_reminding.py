"""The family is told before a consent runs out and when it has, each thing once."""

from datetime import timedelta

import pytest

from laget.consents.tasks import remind_families
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.messaging.models import Message
from tests.cast import FAMILY
from tests.family.consents.doing import answer, ask, withdraw

pytestmark = pytest.mark.django_db
SOON, OUT = "your_consent_runs_out", "your_consent_has_run_out"


@pytest.fixture
def given(as_family, guardian, father, ppt):
    for parent in (guardian, father):
        answer(as_family(parent), ppt, "yes")
    return ppt


def morning(days, times=2):
    with clock.at(clock.now() + timedelta(days=days)):
        for _ in range(times):
            remind_families(timestamp=0)


def told(user, template):
    with acting(user.pk, FAMILY):
        return Message.objects.filter(template=template).count()


def test_thirty_and_seven_days_before_and_when_it_has_run_out(
    given, guardian, father, youth, barred
):
    for days in (100, 171, 180, 194, 199, 201, 210, 260):
        morning(days)

    for parent in (guardian, father):
        assert (told(parent, SOON), told(parent, OUT)) == (2, 1)
    for other in (youth, barred):
        assert (told(other, SOON), told(other, OUT)) == (0, 0)


def test_what_is_taken_back_or_never_stood_reminds_nobody(
    as_family, given, guardian, nora, holder
):
    withdraw(as_family(guardian), given)
    ask(nora, "Familiesenter", by=holder)
    morning(195)
    morning(201)

    assert (told(guardian, SOON), told(guardian, OUT)) == (0, 0)


def test_what_is_renewed_reminds_nobody(
    as_family, given, guardian, father, nora, holder
):
    renewed = ask(nora, "PPT", by=holder, days=400)
    for parent in (guardian, father):
        answer(as_family(parent), renewed, "yes")
    morning(195)

    assert told(guardian, SOON) == 0
