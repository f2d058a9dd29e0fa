"""What the database refuses whoever asks: at home one answers for oneself alone."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from laget.children import actions as children
from laget.consents import actions
from laget.consents.limits import Limits
from laget.consents.models import Answer, Consent, Ended, How, Said
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from tests.cast import FAMILY, STAFF, in_days
from tests.family.consents.doing import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(nora, holder):
    return ask(nora, "PPT", by=holder)


@pytest.fixture
def hers(nora, guardian, holder):
    with acting(holder.pk, STAFF):
        return nora.guardianships.get(user=guardian)


@pytest.fixture
def his(nora, father, holder):
    with acting(holder.pk, STAFF):
        return nora.guardianships.get(user=father)


def new(consent, guardian, by, **changed):
    facts = {"said": Said.YES, "how": How.PORTAL, "answered_on": clock.today()}
    return Answer(consent=consent, guardian=guardian, taken_by=by, **facts | changed)


@contextmanager
def refused(person):
    """What they try at home, the database refuses."""
    with acting(person.pk, FAMILY), pytest.raises(DatabaseError), transaction.atomic():
        yield


def test_she_answers_for_herself(question, hers, guardian):
    with acting(guardian.pk, FAMILY):
        new(question, hers, guardian).save(force_insert=True)
        assert Answer.objects.count() == 1


WRONG = {
    "excused": {"said": Said.EXCUSED, "reason": "x", "decided_by": "x"},
    "on paper": {"how": How.PAPER},
    "by word": {"how": How.ORAL},
    "yesterday": {"answered_on": in_days(-1)},
    "with words": {"reason": "Fordi far ..."},
    "decided by somebody": {"decided_by": "Meg"},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_at_home_one_cannot_answer(question, hers, guardian, wrong):
    with (
        acting(guardian.pk, FAMILY),
        pytest.raises(IntegrityError),
        transaction.atomic(),
    ):
        new(question, hers, guardian, **WRONG[wrong]).save(force_insert=True)


def test_nobody_answers_for_another_nor_for_the_young_person(
    question, hers, his, guardian, father, barred, youth
):
    for person, guardianship in [
        (guardian, his),
        (father, hers),
        (guardian, None),
        (youth, None),
        (youth, hers),
        (barred, hers),
    ]:
        with refused(person):
            new(question, guardianship, person).save(force_insert=True)


def test_nobody_answers_in_anothers_name(question, hers, guardian, father):
    with (
        acting(guardian.pk, FAMILY),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        new(question, hers, father).save(force_insert=True)


def test_at_work_nobody_answers_in_the_portal(question, hers, holder):
    with acting(holder.pk, STAFF), pytest.raises(IntegrityError), transaction.atomic():
        new(question, hers, holder).save(force_insert=True)


def test_what_has_ended_or_run_out_takes_no_answer(question, hers, guardian, holder):
    with clock.at(clock.now() + timedelta(days=201)), refused(guardian):
        new(question, hers, guardian).save(force_insert=True)
    with acting(holder.pk, STAFF):
        actions.withdraw(Consent.objects.get(), by=holder)
    with (
        acting(guardian.pk, FAMILY),
        pytest.raises(IntegrityError),
        transaction.atomic(),
    ):
        new(question, hers, guardian).save(force_insert=True)


CHANGES = {
    "it stands before all have said yes": {"effective_at": clock.now()},
    "it opens more": {"earlier": True},
    "it lasts longer": {"expires_at": clock.now() + timedelta(days=900)},
    "the question is taken back": {"ended_how": Ended.WITHDRAWN},
    "it is replaced by nothing": {"ended_how": Ended.REPLACED},
    "a reason is written": {"ended_reason": "x"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_at_home_one_cannot_change(question, his, guardian, change):
    facts = dict(CHANGES[change])
    if "ended_how" in facts:
        facts |= {"ended_at": clock.now(), "ended_by": guardian}
    with acting(guardian.pk, FAMILY):
        Consent.objects.update(earlier=False)
        with pytest.raises(IntegrityError), transaction.atomic():
            Consent.objects.update(**facts)


@pytest.mark.parametrize("column", ["topics", "limits", "service_id", "child_id"])
def test_what_was_asked_is_never_rewritten(question, guardian, column):
    with (
        acting(guardian.pk, FAMILY),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        Consent.objects.update(**{column: question.pk})


def test_nobody_takes_back_in_anothers_name(question, guardian, father, hers, his):
    for person, guardianship in ((guardian, hers), (father, his)):
        with acting(person.pk, FAMILY):
            answered(question, guardianship, person)
    facts = {"ended_at": clock.now(), "ended_how": Ended.WITHDRAWN}
    with (
        acting(guardian.pk, FAMILY),
        pytest.raises(IntegrityError),
        transaction.atomic(),
    ):
        Consent.objects.update(**facts, ended_by=father)


def answered(consent, guardian, by, said=Said.YES, **more):
    return actions.answer(
        Consent.objects.get(pk=consent.pk),
        guardian=guardian,
        said=said,
        how=How.PORTAL,
        on=clock.today(),
        by=by,
        **more,
    )


def test_a_barred_guardian_who_shares_the_decision_holds_it_up(
    question, guardian, father, hers, his, nora, holder, barred
):
    """The parents cannot see him, and cannot be let believe that all have answered."""
    with acting(holder.pk, STAFF):
        jon = children.add_guardian(nora, name="Jon", custody=True, barred=True)
    for person, guardianship in ((guardian, hers), (father, his)):
        with acting(person.pk, FAMILY):
            answered(question, guardianship, person)
    with acting(holder.pk, STAFF):
        consent = Consent.objects.get()
        assert consent.effective_at is None
        why = {"reason": "Besøksforbud", "decided_by": "Statsforvalteren"}
        facts = {"said": Said.EXCUSED, "how": How.PAPER, "on": clock.today()}
        actions.answer(consent, guardian=jon, by=holder, **facts, **why)
        assert Consent.objects.get().stands


def test_a_limit_fits_a_yes_and_a_day_that_comes(question, hers, guardian):
    with acting(guardian.pk, FAMILY):
        for said, limits in [
            (Said.NO, Limits(from_now=True)),
            (Said.YES, Limits(until=in_days(-1))),
            (Said.YES, Limits(until=in_days(201))),
        ]:
            with pytest.raises(RuleBroken):
                answered(question, hers, guardian, said, limits=limits)


def test_a_consent_never_stands_wider_than_the_narrowest_yes(
    question, hers, his, guardian, father
):
    with acting(guardian.pk, FAMILY):
        answered(question, hers, guardian, limits=Limits(from_now=True))
    with acting(father.pk, FAMILY):
        new(question, his, father).save(force_insert=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            Consent.objects.update(effective_at=clock.now())
        Consent.objects.update(effective_at=clock.now(), earlier=False)
