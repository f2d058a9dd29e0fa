"""What ends someone's sight, and services that serve several municipalities."""

from datetime import timedelta

import pytest

from laget.children.models import Child
from laget.consents import actions as consents
from laget.consents.models import Said
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions
from laget.logs.models import Log
from laget.organisation.models import Employment
from tests.cast import job_of, make_child, make_consent, make_log
from tests.seen import consent_of, sees, tables_with_rows

STAFF, FAMILY = Role.STAFF, Role.FAMILY
MAIL = {"messaging_message", "audit_history"}  # and when it was read


def test_withdrawing_a_consent_ends_it_for_that_service_alone(
    log, child, holder, nurse, adviser
):
    with acting(holder.pk, STAFF):
        consents.withdraw(consent_of(child, nurse), by=holder)

    assert [sees(u) for u in (holder, nurse, adviser)] == [True, False, True]


def test_it_ends_in_the_very_same_transaction(log, child, nurse):
    with acting(nurse.pk, STAFF):
        consents.withdraw(consent_of(child, nurse), by=nurse)

        assert tables_with_rows() <= MAIL


def test_the_own_unit_goes_on_without_any_consent(log, child, holder):
    with acting(holder.pk, STAFF):
        for consent in child.consents.live():
            consents.withdraw(consent, by=holder)

        assert Log.objects.exists()


def test_a_consent_given_anew_opens_the_log_again(log, child, holder, nurse):
    with acting(holder.pk, STAFF):
        consents.withdraw(consent_of(child, nurse), by=holder)
        make_consent(child, job_of(nurse).unit.service, by=holder)

    assert sees(nurse)


def test_a_refusal_opens_nothing(log, child, holder, nurse):
    with acting(holder.pk, STAFF):
        make_consent(child, job_of(nurse).unit.service, by=holder, said=Said.NO)

    assert not sees(nurse)


def test_a_consent_that_runs_out_closes_by_itself(log, nurse):
    with clock.at(clock.now() + timedelta(days=364)):
        assert sees(nurse)
    with clock.at(clock.now() + timedelta(days=366)):
        assert not sees(nurse)


def test_leaving_the_team_ends_it(log, holder, nurse):
    with acting(nurse.pk, STAFF):
        actions.leave(log.participations.get(employment__user=nurse))

    assert not sees(nurse) and sees(holder)


def test_leaving_the_job_ends_it(log, nurse):
    Employment.objects.filter(user=nurse).update(ended_at=clock.now())

    assert not sees(nurse)


def test_a_guardianship_that_ends_ends_it(log, child, holder, guardian):
    assert sees(guardian, FAMILY)
    with acting(holder.pk, STAFF):
        child.guardianships.filter(user=guardian).update(ended_at=clock.now())

    assert not sees(guardian, FAMILY)


def test_emergency_access_ends_after_two_hours(log, child, caseworker):
    with acting(caseworker.pk, STAFF):
        actions.open_emergency(
            name=child.name, born_on=child.born_on, reason="Akutt", by=caseworker
        )

    with clock.at(clock.now() + timedelta(minutes=119)):
        assert sees(caseworker)
    with clock.at(clock.now() + timedelta(minutes=121)):
        assert not sees(caseworker)


def test_when_the_child_moves_unit_the_old_unit_lets_go(
    log, child, holder, teacher, school
):
    with acting(holder.pk, STAFF):
        make_consent(child, school.service, by=holder)
        offered = actions.offer(log, to=job_of(teacher), reason="Skole", by=holder)
    with acting(teacher.pk, STAFF):
        actions.accept(offered)
        actions.move_to_unit(log, school)

    assert not sees(holder) and sees(teacher)


def test_an_offer_that_is_declined_shows_nothing_more(
    log, child, holder, teacher, school
):
    with acting(holder.pk, STAFF):
        make_consent(child, school.service, by=holder)
        offered = actions.offer(log, to=job_of(teacher), reason="Skole", by=holder)
    with acting(teacher.pk, STAFF):
        assert {c.pk for c in Child.objects.all()} == {child.pk}
        actions.decline(offered)

        assert tables_with_rows() <= MAIL


# Services that serve several municipalities -------------------------------------------


@pytest.fixture
def emils_log(fjordby, stranger, adviser, guardian):
    with acting(stranger.pk, STAFF):
        unit = job_of(stranger).unit
        child = make_child(
            by=stranger,
            municipality=fjordby,
            unit=unit,
            name="Emil Berg",
            guardians=[guardian],
        )
        return make_log(child, stranger, adviser)


def test_a_shared_service_sees_children_of_both(log, emils_log, adviser):
    with acting(adviser.pk, STAFF):
        names = {log.child.name for log in Log.objects.select_related("child")}
        assert names == {"Nora Sand", "Emil Berg"}


def test_each_through_its_own_consent(log, emils_log, adviser, stranger):
    with acting(stranger.pk, STAFF):
        consents.withdraw(consent_of(emils_log.child, adviser), by=stranger)

    with acting(adviser.pk, STAFF):
        assert [log.child.name for log in Log.objects.all()] == ["Nora Sand"]


def test_a_log_offered_across_the_border_shows_nothing(log, holder, leader, stranger):
    """A leader hands on what is left lying, to somebody in another municipality."""
    Employment.objects.filter(user=holder).update(away_from=clock.today())
    with acting(leader.pk, STAFF):
        found = Log.objects.get()
        actions.offer(found, to=job_of(stranger), reason="Borte", by=leader)

    with acting(stranger.pk, STAFF):
        assert tables_with_rows() == MAIL
