"""Who sees what: asked of the database itself, in raw SQL, as the application."""

import pytest

from laget.concerns import actions as concerns
from laget.forms import actions as forms
from laget.forms.models import Template
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions
from laget.logs.models import EntryKind, Log, Participation
from laget.organisation.models import Employment
from laget.rights import actions as rights
from laget.rights.models import Offer, OfferRule
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
from tests.forms.filled import only_what_must
from tests.seen import rows, tables_with_rows

STAFF, FAMILY = Role.STAFF, Role.FAMILY
NOTHING = set()
BOOKS = {"audit_event", "audit_history"}
CHILD = {
    *("children_child", "children_guardianship"),
    *("consents_consent", "consents_answer"),
} | BOOKS
LOG = {
    *("logs_log", "logs_levelchange", "logs_participation", "logs_handover"),
    *("logs_goal", "logs_intervention", "logs_review", "logs_entry", "rights_offer"),
}
FORM = {"forms_filled", "forms_part"}
CONCERN = {"concerns_concern", "concerns_conversation", "concerns_share"}
TALK = {"concerns_discussion", "concerns_advice"} | BOOKS
TEAM = CHILD | LOG | FORM | CONCERN | {"logs_emergencyaccess"}
MAIL = {"messaging_message", "audit_history"}  # and when it was read
SIGHT = [
    ("holder", STAFF, TEAM | TALK | MAIL | {"rights_report"}),
    ("nurse", STAFF, TEAM | TALK | MAIL),
    ("adviser", STAFF, TEAM | TALK | MAIL),
    # in the same unit; the concern was shared with the colleague
    ("colleague", STAFF, {"concerns_share"} | CONCERN | BOOKS | MAIL),
    ("leader", STAFF, NOTHING | MAIL),
    ("caseworker", STAFF, CHILD | LOG | FORM | CONCERN | {"logs_emergencyaccess"}),
    # who was offered the log sees that it is there, whose it is, and the offer
    ("teacher", STAFF, {"children_child", "logs_log", "logs_handover"} | MAIL),
    ("rector", STAFF, NOTHING),
    ("stranger", STAFF, NOTHING),
    ("stranger_leader", STAFF, NOTHING),
    ("guardian", FAMILY, (TEAM | {"messaging_message"}) - {"audit_history"}),
    # five years old: an own page begins at the age that the municipality has set
    ("youth", FAMILY, NOTHING),
    ("barred", FAMILY, NOTHING),
    # the wrong hat
    ("guardian", STAFF, NOTHING),
    ("youth", STAFF, NOTHING),
    ("holder", FAMILY, NOTHING),
    ("nurse", FAMILY, NOTHING),
]


@pytest.fixture
def full(child, bygdevik, holder, colleague, nurse, adviser, caseworker, teacher, team):
    """A child with a row in every protected table."""
    with acting(holder.pk, STAFF):
        concern, asked = a_concern_that_was_talked_about(
            child, bygdevik, holder, colleague, team
        )
        log = a_log_with_help(child, concern, holder)
        for one in (nurse, adviser):
            make_consent(child, job_of(one).unit.service, by=holder)
            actions.invite(log, employment=job_of(one))
        raise_level(log, holder)
        rights.start_report(child=child, by=job_of(holder))
        make_offer_row(log, holder)
        a_finished_form(log, holder)
        make_consent(child, job_of(teacher).unit.service, by=holder)
        actions.offer(log, to=job_of(teacher), reason="Skolestart", by=holder)
    with acting(adviser.pk, STAFF):
        concerns.advise(asked, text="Prøv lek.", by=adviser)
    with acting(caseworker.pk, STAFF):
        actions.open_emergency(
            name=child.name, born_on=child.born_on, reason="Akutt", by=caseworker
        )
    return log


def a_concern_that_was_talked_about(child, municipality, holder, colleague, team):
    concern = make_concern(holder, municipality, child=child)
    make_ready(concern, holder)
    concerns.share(concern, to=job_of(colleague), by=holder)
    asked = concerns.ask_team(concern, team=team, question="Hva nå?", by=holder)
    decide(concern, holder)
    return concern, asked


def a_log_with_help(child, concern, holder):
    job, voice = job_of(holder), EntryKind.VOICE
    log = actions.open_log(child, by=job, next_on=in_days(60), concern=concern)
    goal = actions.set_goal(log, text="Lek", owner=holder, next_on=in_days(60))
    done = actions.add_intervention(
        goal,
        text="Lekegruppe",
        how_we_see="Blir bedt med",
        owner=holder,
        review_on=in_days(30),
    )
    review(done, holder)
    actions.write_entry(log, text="Jeg vil leke.", kind=voice, heard="1.1", by=holder)
    return log


def a_finished_form(log, holder):
    filled = forms.begin(
        Template.objects.get(key="everything"),
        place=log.pk,
        municipality=log.child.municipality,
        child=log.child,
        by=job_of(holder),
    )
    forms.save(filled, version=1, answers=only_what_must())
    forms.finish(filled, version=2)


def raise_level(log, holder):
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


def make_offer_row(log, by):
    """As it stands when it was offered; its own tests are about when it is due."""
    rule = OfferRule.objects.get(municipality=log.child.municipality)
    return Offer.objects.create(
        log=log,
        rule=rule,
        occasion_at=clock.now(),
        made_by=by,
        offered_on=clock.today(),
        told="Mor",
        next_on=in_days(14),
    )


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


def own_books(who, role):
    """Who opened the emergency door has left a line about themselves."""
    return {"audit_event"} if (who, role) == ("caseworker", STAFF) else set()
