"""Ways to gain sight, or to give it, that nobody has given one a right to."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import Child
from laget.concerns import actions as concerns
from laget.concerns.models import Concern, Discussion
from laget.consents import actions as consents
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Handover, Participation
from laget.messaging.models import Message
from laget.rights import actions as rights
from laget.rights.models import Report
from tests.cast import in_days, job_of, make_child, make_concern

STAFF, FAMILY = Role.STAFF, Role.FAMILY


def execute(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def refused(statement, *values):
    try:
        with transaction.atomic():
            return execute(statement, *values) == 0
    except DatabaseError:
        return True


def sees(who, child, role=STAFF):
    with acting(who.pk, role):
        return Child.objects.filter(pk=child.pk).exists()


def open_emergency(who, child):
    logs.open_emergency(name=child.name, born_on=child.born_on, reason="x", by=who)


def test_emergency_access_is_not_made_lasting_by_a_concern(
    child, caseworker, as_user, bygdevik
):
    with acting(caseworker.pk, STAFF):
        mine = make_concern(caseworker, bygdevik)
        open_emergency(caseworker, child)

    answer = as_user(caseworker).post(
        reverse("attach-child", kwargs={"concern_id": mine.pk}), {"child": child.pk}
    )
    assert answer.status_code == 404
    with acting(caseworker.pk, STAFF):
        assert Concern.objects.get(pk=mine.pk).child_id is None


def test_a_guardian_opens_no_emergency_door_to_their_own_child(
    holder, child, bygdevik, kindergarten, colleague
):
    with acting(holder.pk, STAFF):
        own = make_child(
            by=holder, municipality=bygdevik, name="Ida Moe", barred=colleague
        )
    with acting(colleague.pk, STAFF), pytest.raises(RuleBroken):
        open_emergency(colleague, own)


@pytest.mark.parametrize("who", ["caseworker", "guardian", "nurse"])
def test_only_the_holder_changes_the_log(who, request, log, child, guardian):
    person = request.getfixturevalue(who)
    role = FAMILY if who == "guardian" else STAFF
    with acting(person.pk, role):
        if who == "caseworker":
            open_emergency(person, child)
        assert refused("UPDATE logs_log SET next_on = '2099-01-01'")


def test_nobody_answers_an_offer_for_another(log, holder, nurse, colleague):
    with acting(holder.pk, STAFF):
        logs.offer(log, to=job_of(colleague), reason="x", by=holder)
    with acting(nurse.pk, STAFF):
        assert refused("UPDATE logs_handover SET answered_at = now(), accepted = true")


def test_who_left_is_not_brought_back(log, holder, nurse, adviser):
    with acting(holder.pk, STAFF):
        part = Participation.objects.get(log=log, employment__user=nurse)
        logs.leave(part)
    with acting(adviser.pk, STAFF):
        assert refused(
            "UPDATE logs_participation SET left_at = NULL WHERE id = %s", part.pk
        )


def test_a_consent_that_ended_does_not_come_back(log, child, holder):
    with acting(holder.pk, STAFF):
        consent = child.consents.standing().first()
        consents.withdraw(consent, by=holder)
        assert refused(
            "UPDATE consents_consent SET ended_at = NULL, ended_by_id = NULL,"
            " ended_how = '' WHERE id = %s",
            consent.pk,
        )


def test_only_a_leader_ends_anothers_work(holder, nurse, log):
    with acting(nurse.pk, STAFF):
        assert refused(
            "UPDATE organisation_employment SET ended_at = now() WHERE user_id = %s",
            holder.pk,
        )


def test_work_that_ended_is_not_taken_up_again(holder, leader):
    with acting(leader.pk, STAFF):
        logs.end_work(job_of(holder), by=leader)
    with acting(holder.pk, STAFF):
        assert refused(
            "UPDATE organisation_employment SET ended_at = NULL WHERE user_id = %s",
            holder.pk,
        )


def test_a_log_brings_no_concern_about_another_child(holder, child, bygdevik):
    with acting(holder.pk, STAFF):
        other = make_child(by=holder, municipality=bygdevik, name="Ida Moe")
        concern = make_concern(holder, bygdevik, child=other)
        with pytest.raises((DatabaseError, RuleBroken)), transaction.atomic():
            logs.open_log(child, by=job_of(holder), next_on=in_days(3), concern=concern)


def test_who_thinks_along_does_not_take_the_concern(concern, holder, colleague):
    with acting(holder.pk, STAFF):
        concerns.share(concern, to=job_of(colleague), by=holder)
    with acting(colleague.pk, STAFF):
        assert refused("UPDATE concerns_concern SET owner_id = %s", colleague.pk)


def test_the_one_made_away_is_told(holder, leader, log):
    with acting(leader.pk, STAFF):
        logs.record_absence(
            job_of(holder), away_from=clock.today(), away_until=None, by=leader
        )
    with acting(holder.pk, STAFF):
        assert Message.objects.filter(template="you_are_written_down_as_away").exists()


def test_no_function_that_only_a_trigger_may_run_can_be_hung_on_a_table_of_ones_own(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc WHERE prorettype = 'trigger'::regtype"
            " AND pronamespace = 'public'::regnamespace AND prosecdef"
            " AND has_function_privilege('laget_app', oid, 'EXECUTE')"
        )
        assert cursor.fetchall() == []


def test_who_works_nowhere_reads_nothing_of_what_they_once_wrote(
    concern, holder, leader, team
):
    with acting(holder.pk, STAFF):
        concerns.ask_team(concern, team=team, question="Hva gjør vi?", by=holder)
        rights.start_report(concern=concern, by=job_of(holder))
    with acting(leader.pk, STAFF):
        logs.end_work(job_of(holder), by=leader)
    with acting(holder.pk, STAFF):
        assert not Report.objects.exists()
        assert not Discussion.objects.exists()


def test_nobody_works_with_their_own_child(log, child, holder, colleague):
    """A father at work in the unit, barred or not, joins no team around his child."""
    with acting(holder.pk, STAFF):
        children.add_guardian(child, name="Far", user=colleague, barred=True)
        with pytest.raises(RuleBroken):
            logs.invite(log, employment=job_of(colleague), statute="lov")
        made = logs.offer(log, to=job_of(colleague), reason="x", by=holder)
    with acting(colleague.pk, STAFF), pytest.raises(RuleBroken):
        logs.accept(Handover.objects.select_related("log__child").get(pk=made.pk))
