"""What a family wonders about: in its place, answered once, by nobody it is about."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import Error, transaction

from laget.inquiries import actions
from laget.inquiries.models import About, Inquiry
from laget.inquiries.tasks import remind_of_inquiries
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.messaging.models import Message
from tests.cast import STAFF, in_days
from tests.family import FAMILY


def inquiry(child, asker, /, **facts):
    told = {
        "child": child,
        "municipality": child.municipality,
        "kind": About.LOOKED,
        "day": clock.today(),
        "person": uuid4(),
        "text": "Hvorfor?",
        "by": asker,
        "answer_by": in_days(30),
    }
    return Inquiry(**(told | facts))


@pytest.fixture
def asked(nora, noras_log, guardian, nurse):
    with acting(guardian.pk, FAMILY):
        return actions.wonder(
            nora, day=clock.today(), person=nurse.pk, text="Hvorfor?", by=guardian
        )


@pytest.mark.parametrize(
    "facts",
    [
        {"answer_by": clock.today() - timedelta(days=1)},
        {"answer": "Alt er i orden."},
        {"changed": True},
        {"person": None},
        {"kind": About.CORRECTION, "record": None},
    ],
    ids=["past", "answered", "changed", "nobody", "nothing"],
)
def test_the_database_takes_no_such_question(nora, noras_log, guardian, facts):
    with acting(guardian.pk, FAMILY), pytest.raises(Error), transaction.atomic():
        inquiry(nora, guardian, **facts).save(force_insert=True)


def test_nor_one_in_another_municipality_or_another_name(
    nora, noras_log, guardian, father, fjordby
):
    for facts in ({"municipality": fjordby}, {"by": father}):
        with acting(guardian.pk, FAMILY), pytest.raises(Error), transaction.atomic():
            inquiry(nora, guardian, **facts).save(force_insert=True)


def test_it_is_answered_once(asked, privacy):
    with acting(privacy.pk, STAFF):
        actions.answer(asked, text="Hun hadde vakt.", by=privacy)
        with pytest.raises(RuleBroken):
            actions.answer(asked, text="Nei", by=privacy)
        with pytest.raises(Error), transaction.atomic():
            Inquiry.objects.filter(pk=asked.pk).update(answer="Nei")


def test_nobody_answers_about_themselves(nora, noras_log, guardian, privacy):
    with acting(guardian.pk, FAMILY):
        mine = actions.wonder(
            nora, day=clock.today(), person=privacy.pk, text="Hvorfor?", by=guardian
        )
    with acting(privacy.pk, STAFF):
        with pytest.raises(RuleBroken):
            actions.answer(mine, text="Alt er i orden.", by=privacy)
        done = {"answer": "x", "answered_at": clock.now(), "answered_by": privacy}
        with pytest.raises(Error), transaction.atomic():
            Inquiry.objects.filter(pk=mine.pk).update(**done)


def test_the_family_does_not_answer_itself(asked, guardian):
    with acting(guardian.pk, FAMILY):
        done = {"answer": "x", "answered_at": clock.now(), "answered_by": guardian}
        assert Inquiry.objects.filter(pk=asked.pk).update(**done) == 0


def test_every_morning_those_who_answer_are_reminded_once(asked, privacy):
    with clock.at(clock.now() + timedelta(days=31)):
        remind_of_inquiries()
        remind_of_inquiries()
    with acting(privacy.pk, STAFF):
        told = Message.objects.filter(template="a_family_has_waited_too_long")
        assert told.count() == 1


def test_a_correction_goes_to_the_holder_and_the_officer_sees_it_too(
    nora, noras_log, guardian, holder, privacy, nurse
):
    with acting(guardian.pk, FAMILY):
        actions.ask_correction(nora, record=nora.pk, text="Feil navn", by=guardian)
    with acting(holder.pk, STAFF):
        assert Message.objects.filter(template="a_correction_is_asked").exists()
    with acting(privacy.pk, STAFF):
        assert not Message.objects.filter(template="a_correction_is_asked").exists()
        assert Inquiry.objects.exists()
