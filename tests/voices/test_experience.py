"""Three questions after each review and at the end; figures, and never about a few."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from laget.audit.models import History
from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.voices import actions
from laget.voices.models import Experience
from laget.voices.questions import to_ask
from tests.cast import in_days, make_child, make_log, review
from tests.family import FAMILY, STAFF

REFUSED = (IntegrityError, ProgrammingError)
ANSWERS = {"heard": "yes", "helped": "partly", "kept": "no"}


@pytest.fixture
def reviewed(noras_log, holder):
    """Something was tried for Nora, and has been looked at once."""
    return look_at(try_something(noras_log, holder), holder)


def test_nothing_is_asked_before_anything_is_looked_at(noras_log, youth):
    with acting(youth.pk, FAMILY):
        assert to_ask(noras_log, youth) is None


def test_each_is_asked_once_about_each_review(
    noras_log, reviewed, holder, youth, guardian
):
    for person in (youth, guardian):
        with acting(person.pk, FAMILY):
            assert to_ask(noras_log, person).record == reviewed.pk
            actions.tell(noras_log, **ANSWERS, by=person)
            assert to_ask(noras_log, person) is None
            with pytest.raises(RuleBroken):
                actions.tell(noras_log, **ANSWERS, by=person)
    with clock.at(clock.now() + timedelta(days=20)):
        again = look_at(reviewed.intervention, holder)
        with acting(youth.pk, FAMILY):
            assert to_ask(noras_log, youth).record == again.pk


def test_what_was_looked_at_long_ago_is_not_asked_about(noras_log, reviewed, youth):
    with clock.at(clock.now() + timedelta(days=91)), acting(youth.pk, FAMILY):
        assert to_ask(noras_log, youth) is None


def test_a_review_that_is_held_back_is_not_asked_about(
    nora, noras_log, reviewed, guardian, youth, holder
):
    with acting(holder.pk, STAFF):
        because = ShieldedBecause.CONFIDENCE
        children.shield(reviewed, nora, because=because, by=holder)
    with acting(guardian.pk, FAMILY):
        assert to_ask(noras_log, guardian) is None
    with acting(youth.pk, FAMILY):
        assert to_ask(noras_log, youth) is not None


def test_nobody_but_the_one_who_answered_reads_it(
    nora, noras_log, reviewed, youth, request
):
    with acting(youth.pk, FAMILY):
        told = actions.tell(noras_log, **ANSWERS, words="Takk for turen.", by=youth)
        assert Experience.objects.get().words == "Takk for turen."
    others = [("holder", STAFF), ("nurse", STAFF), ("leader", STAFF)]
    others += [("administrator", STAFF), ("privacy", STAFF)]
    others += [("guardian", FAMILY), ("father", FAMILY), ("barred", FAMILY)]
    for who, hat in others:
        with acting(request.getfixturevalue(who).pk, hat):
            assert not Experience.objects.exists()
            assert not History.objects.filter(row=told.pk).exists()


def test_an_answer_is_about_a_review_of_that_log(noras_log, holder, guardian, bygdevik):
    with acting(holder.pk, STAFF):
        sister = make_child(by=holder, municipality=bygdevik, guardians=[guardian])
        hers = make_log(sister, holder, level=1)
    others = look_at(try_something(hers, holder), holder)
    wrong = answered(noras_log, others.pk, guardian)
    refused = pytest.raises(IntegrityError)
    with acting(guardian.pk, FAMILY), refused, transaction.atomic():
        wrong.save(force_insert=True)


def test_nobody_answers_for_a_family_that_is_not_theirs(
    noras_log, reviewed, barred, doctor, holder
):
    for person, hat in ((barred, FAMILY), (doctor, FAMILY), (holder, STAFF)):
        one = answered(noras_log, noras_log.pk, person)
        with acting(person.pk, hat), pytest.raises(REFUSED), transaction.atomic():
            one.save(force_insert=True)


def test_when_it_was_answered_is_not_for_the_one_who_answers_to_say(
    noras_log, reviewed, youth
):
    with acting(youth.pk, FAMILY):
        one = answered(noras_log, reviewed.pk, youth)
        one.at = clock.now() - timedelta(days=800)
        one.save(force_insert=True)
        assert Experience.objects.get().at.year == clock.today().year


def test_an_answer_is_not_changed_afterwards(noras_log, reviewed, youth):
    with acting(youth.pk, FAMILY), pytest.raises(ProgrammingError):
        actions.tell(noras_log, **ANSWERS, by=youth)
        with transaction.atomic():
            Experience.objects.update(helped="yes")


def answered(log, record, by):
    return Experience(log=log, record=record, by=by, **ANSWERS)


def try_something(log, by):
    with acting(by.pk, STAFF):
        goal = logs.set_goal(log, text="Ro", owner=by, next_on=in_days(60), start=3)
        return logs.add_intervention(
            goal,
            text="Pause ved behov",
            how_we_see="Nora sier fra",
            owner=by,
            review_on=in_days(30),
        )


def look_at(intervention, by):
    with acting(by.pk, STAFF):
        return review(intervention, by)
