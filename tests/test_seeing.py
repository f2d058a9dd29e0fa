"""Who sees what: asked of the database itself, in raw SQL, as the application."""

from datetime import timedelta

import pytest
from django.db import connection

from laget.concerns import actions as concerns
from laget.consents import actions as consents
from laget.consents.models import Said
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.kernel.protected import protected_models
from laget.logs import actions
from laget.logs.models import EntryKind, Log, Participation
from laget.organisation.models import Employment
from laget.rights import actions as rights
from tests.cast import (
    decide,
    in_days,
    job_of,
    make_child,
    make_concern,
    make_consent,
    make_log,
    make_ready,
    review,
)

STAFF, FAMILY = Role.STAFF, Role.FAMILY
NOTHING = set()
BOOKS = {"audit_event", "audit_history"}
CHILD = {
    *("children_child", "children_guardianship"),
    *("consents_consent", "consents_answer"),
} | BOOKS
LOG = {
    *("logs_log", "logs_levelchange", "logs_participation", "logs_handover"),
    *("logs_goal", "logs_intervention", "logs_review", "logs_entry"),
}
CONCERN = {"concerns_concern", "concerns_conversation", "concerns_share"}
TALK = {"concerns_discussion", "concerns_advice"} | BOOKS
TEAM = CHILD | LOG | CONCERN | {"logs_emergencyaccess"}
MAIL = {"messaging_message", "audit_history"}  # and when it was read
SIGHT = [
    ("holder", STAFF, TEAM | TALK | MAIL | {"rights_report"}),
    ("nurse", STAFF, TEAM | TALK | MAIL),
    ("adviser", STAFF, TEAM | TALK | MAIL),
    # in the same unit; the concern was shared with the colleague
    ("colleague", STAFF, {"concerns_share"} | CONCERN | BOOKS | MAIL),
    ("leader", STAFF, NOTHING | MAIL),
    ("caseworker", STAFF, CHILD | LOG | CONCERN | {"logs_emergencyaccess"}),
    # who was offered the log sees that it is there, whose it is, and the offer
    ("teacher", STAFF, {"children_child", "logs_log", "logs_handover"} | MAIL),
    ("rector", STAFF, NOTHING),
    ("stranger", STAFF, NOTHING),
    ("stranger_leader", STAFF, NOTHING),
    ("guardian", FAMILY, TEAM - {"rights_report"}),
    ("youth", FAMILY, TEAM - {"rights_report"}),
    ("barred", FAMILY, NOTHING),
    # the wrong hat
    ("guardian", STAFF, NOTHING),
    ("youth", STAFF, NOTHING),
    ("holder", FAMILY, MAIL),
    ("nurse", FAMILY, MAIL),
]


@pytest.fixture
def full(request, child, bygdevik, holder, colleague, nurse, adviser, team, school):
    """A child with a row in every protected table."""
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=child)
        make_ready(concern, holder)
        concerns.share(concern, to=job_of(colleague), by=holder)
        asked = concerns.ask_team(concern, team=team, question="Hva nå?", by=holder)
        decide(concern, holder)
        log = actions.open_log(
            child, by=job_of(holder), next_on=in_days(60), concern=concern
        )
        for one in (nurse, adviser):
            make_consent(child, job_of(one).unit.service, by=holder)
            actions.invite(log, employment=job_of(one))
        goal = actions.set_goal(log, text="Lek", owner=holder, next_on=in_days(60))
        done = actions.add_intervention(
            goal,
            text="Lekegruppe",
            how_we_see="Blir bedt med",
            owner=holder,
            review_on=in_days(30),
        )
        review(done, holder)
        actions.write_entry(
            log, text="Jeg vil leke.", kind=EntryKind.VOICE, heard="1.1", by=holder
        )
        actions.raise_level(
            log,
            to=2,
            tried="Lekegruppe",
            how_it_went="Litt",
            child_view="Gøy",
            heard="1.1",
            best_interests="Ja",
            by=holder,
        )
        rights.start_report(child=child, by=job_of(holder))
        make_consent(child, school.service, by=holder)
        teacher = request.getfixturevalue("teacher")
        actions.offer(log, to=job_of(teacher), reason="Skolestart", by=holder)
    with acting(adviser.pk, STAFF):
        concerns.advise(asked, text="Prøv lek.", by=adviser)
    with acting(request.getfixturevalue("caseworker").pk, STAFF):
        actions.open_emergency(
            name=child.name,
            born_on=child.born_on,
            reason="Akutt",
            by=request.getfixturevalue("caseworker"),
        )
    return log


@pytest.mark.parametrize("who, role, tables", SIGHT)
def test_each_sees_what_they_need_and_no_more(request, full, who, role, tables):
    with acting(request.getfixturevalue(who).pk, role):
        assert tables_with_rows() == tables | own_books(who, role)


def test_with_nobody_acting_there_is_nothing(full):
    assert tables_with_rows() == NOTHING


def test_when_the_work_is_over_there_is_nothing(full, holder):
    with acting(holder.pk, STAFF):
        assert Log.objects.exists()

    assert not Log.objects.exists()


def test_the_teams_question_leads_back_to_no_child(full, nurse):
    """A member of the team that was asked, who is not on the child's own team."""
    with acting(nurse.pk, STAFF):
        Participation.objects.filter(employment__user=nurse).update(left_at=clock.now())
    with acting(nurse.pk, STAFF):
        assert tables_with_rows() == TALK | MAIL


# What ends someone's sight ------------------------------------------------------------


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
        assert {c.pk for c in child.__class__.objects.all()} == {child.pk}
        actions.decline(offered)

        assert tables_with_rows() <= MAIL


# Services that serve several municipalities -------------------------------------------


@pytest.fixture
def emils_log(fjordby, stranger, adviser):
    with acting(stranger.pk, STAFF):
        unit = job_of(stranger).unit
        child = make_child(
            by=stranger,
            municipality=fjordby,
            unit=unit,
            name="Emil Berg",
            guardians=[stranger],
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


# Before there is a log ----------------------------------------------------------------


def test_who_registers_a_child_sees_it_until_a_log_is_opened(
    bygdevik, colleague, holder, kindergarten
):
    with acting(colleague.pk, STAFF):
        child = make_child(by=colleague, municipality=bygdevik, unit=kindergarten)
        assert tables_with_rows() == {"children_child"} | BOOKS

    with acting(holder.pk, STAFF):
        assert tables_with_rows() == NOTHING

    with acting(colleague.pk, STAFF):
        log = make_log(child, colleague, level=1)
        actions.offer(log, to=job_of(holder), reason="Bytter gruppe", by=colleague)
    with acting(holder.pk, STAFF):
        actions.accept(log.handovers.get())
        actions.remove(log.participations.get(employment__user=colleague))
    with acting(colleague.pk, STAFF):
        assert tables_with_rows() == MAIL


def test_a_leader_sees_load_and_dates_of_the_unit_and_no_name(log, leader, nurse):
    with acting(leader.pk, STAFF):
        assert tables_with_rows() == NOTHING
        load = rows("SELECT log_id, initials FROM led_logs()")
    with acting(nurse.pk, STAFF):
        assert rows("SELECT * FROM led_logs()") == []

    assert load == [(log.pk, "NS")]


def test_a_log_left_lying_is_shown_to_the_leader_as_a_row_and_no_more(
    log, holder, leader
):
    Employment.objects.filter(user=holder).update(away_from=clock.today())

    with acting(leader.pk, STAFF):
        assert tables_with_rows() == {"logs_log"}


def consent_of(child, person):
    return child.consents.live().get(service=job_of(person).unit.service)


def own_books(who, role):
    """Who opened the emergency door has left a line about themselves."""
    return {"audit_event"} if (who, role) == ("caseworker", STAFF) else set()


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def tables_with_rows():
    tables = [model._meta.db_table for model in protected_models()]
    return {table for table in tables if rows(f"SELECT * FROM {table}")}


def sees(user, role=STAFF):
    with acting(user.pk, role):
        return Log.objects.exists()
