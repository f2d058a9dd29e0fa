"""The invented year, played through the real actions: every page has content."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from laget.accounts.models import User
from laget.audit.models import Event
from laget.children.models import Child, Protection
from laget.concerns.models import Concern, Decision, Discussion
from laget.consents.models import Answer, Consent, Said
from laget.demonstration.loading import PROFILES, load
from laget.demonstration.roles import connected_as
from laget.kernel import clock, embedded
from laget.kernel.acting import Role, acting
from laget.logs.models import EmergencyAccess, Entry, Handover, Intervention, Log
from laget.messaging.models import Message
from laget.organisation.models import Appointment, Employment, Municipality, Trust
from laget.rights.models import Report
from tests.own_database import own_database, role_in


@pytest.fixture(scope="module")
def application(django_db_setup, django_db_blocker):
    """The demonstration, loaded once; inside, one looks at it as its owner."""
    with django_db_blocker.unblock(), own_database("year") as name:
        application = role_in(name, embedded.APP)
        assert load(application, timezone.localdate())
        yield application


@pytest.fixture
def seen_as(application):
    """What one person may see, as the application shows it."""

    def see(username, questions):
        user = User.objects.get(username=username)
        with connected_as(application), acting(user.pk, Role.STAFF):
            return questions(user)

    return see


LISTER = {"Kvinesdal", "Farsund", "Hægebostad"}
OTHERS = {"Vennesla", "Lillesand", "Åsnes", "Tokke", "Seljord"}


def test_every_municipality_that_has_a_folder_is_there(application):
    folders = {path.parent.name for path in PROFILES.glob("*/municipality.toml")}

    assert {place.slug for place in Municipality.objects.in_use()} == folders


def test_there_are_children_and_staff_in_eight_of_them(application):
    places = LISTER | OTHERS

    assert {child.municipality.name for child in Child.objects.all()} == places
    for name in places:
        served = Employment.objects.filter(unit__service__municipalities__name=name)
        assert served.count() >= 7, name


@pytest.mark.parametrize("name", sorted(OTHERS | {"Kvinesdal"}))
def test_each_has_somebody_to_edit_its_profile_and_to_answer_requests(
    application, name
):
    trusted = Appointment.objects.current().filter(municipality__name=name)

    assert {each.trust for each in trusted} == set(Trust.values)


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_each_has_a_log_that_others_have_joined_and_an_open_concern(application, name):
    mine = Log.objects.open().filter(child__municipality__name=name)
    concerns = Concern.objects.open().filter(
        employment__unit__service__municipalities__name=name
    )

    assert 2 in {log.level for log in mine}
    assert concerns.exists()


def test_the_office_of_another_municipality_helps_a_child_here(seen_as):
    """Kristiansand hosts child welfare for Lillesand, and does not use Laget itself."""
    seen = seen_as("hedda", lambda user: [child.name for child in Child.objects.all()])

    assert seen == ["Nikolai Havneberg"]


def test_loading_it_again_does_nothing(application):
    before = Event.objects.count()

    assert load(application, timezone.localdate()) is None

    assert Event.objects.count() == before


def test_the_clock_is_real_again(application):
    with connection.cursor() as cursor:
        cursor.execute("SET app.clock = '2020-01-01'")
        cursor.execute("SELECT clock_now()")
        (now,) = cursor.fetchone()
        cursor.execute("RESET app.clock")

    assert abs(now - clock.now()) < timedelta(minutes=1)


def test_the_children_the_plan_speaks_of_are_there(application):
    children = list(Child.objects.all())

    assert any(child.is_unborn for child in children)
    assert any(child.protection == Protection.STRICT for child in children)
    assert any(child.age == 16 for child in children)
    assert all(child.is_synthetic for child in children if child.born_on)


def test_a_young_person_of_sixteen_answers_for_himself(application):
    leo = Child.objects.get(name="Leo Åvik")

    answers = Answer.objects.filter(consent__child=leo)
    assert answers
    assert {answer.guardian for answer in answers} == {None}


def test_guardians_disagree_about_a_child(application):
    answers = Answer.objects.filter(consent__child__name="Sander Nilsen Aase")

    assert {answer.said for answer in answers} == {Said.YES, Said.NO}


def test_consents_are_given_refused_withdrawn_and_running_out(application):
    standing = Consent.objects.standing()
    days = {consent.days_left for consent in standing}

    assert Answer.objects.filter(said=Said.NO).exists()
    assert Consent.objects.exclude(ended_at=None).exists()
    for most in (8, 31, 61):
        assert any(most - 9 < left <= most for left in days)


def test_logs_stand_at_every_level_and_some_are_closed(application):
    assert {log.level for log in Log.objects.open()} == {1, 2, 3}
    assert Log.objects.exclude(closed_at=None).count() >= 5


def test_handovers_were_accepted_and_declined_and_one_waits(application):
    answers = {handover.accepted for handover in Handover.objects.all()}

    assert answers == {True, False, None}


def test_concerns_end_in_every_way_and_some_are_open(application):
    decisions = {concern.decision for concern in Concern.objects.all()}

    assert decisions == set(Decision.values)
    assert Report.objects.exclude(sent_at=None).exists()


def test_teams_were_asked_without_a_name(application):
    assert Discussion.objects.unanswered().exists()
    assert Discussion.objects.filter(closed_at=None).exists()


def test_emergency_access_was_used_and_the_holder_told(application):
    access = EmergencyAccess.objects.get()
    told = Message.objects.filter(template="emergency_access_was_used")

    holder = Log.objects.open().get(child=access.child).holder
    assert holder in {message.to for message in told}


def test_nothing_has_happened_in_the_time_to_come(application):
    assert not Event.objects.filter(at__gt=timezone.now()).exists()
    assert not Entry.objects.filter(written_at__gt=timezone.now()).exists()


def test_the_teachers_day_has_what_is_due_and_overdue(seen_as):
    def questions(turid):
        mine = Intervention.objects.open().filter(owner=turid)
        today = timezone.localdate()
        return (
            mine.filter(review_on__lt=today + timedelta(days=2)).count(),
            Concern.objects.open().filter(owner=turid).count(),
            Message.objects.unread().count(),
        )

    due, concerns, unread = seen_as("turid", questions)

    assert due >= 1
    assert concerns >= 3
    assert unread >= 1


def test_the_first_year_teacher_has_a_handover_waiting(seen_as):
    def questions(silje):
        return [h.log.child.name for h in Handover.objects.open()]

    assert seen_as("silje", questions) == ["Ella Birkeland"]


def test_the_leader_has_a_log_left_lying_by_someone_long_away(seen_as):
    def questions(randi):
        with connection.cursor() as cursor:
            cursor.execute("SELECT holder_away FROM led_logs()")
            return [away for (away,) in cursor.fetchall()]

    assert True in seen_as("randi", questions)


def test_the_leader_was_told_and_everyone_reminded(seen_as):
    told = seen_as("randi", lambda user: {m.template for m in Message.objects.unread()})

    assert "a_log_is_left_lying" in told
    assert "a_consent_runs_out" in {m.template for m in Message.objects.all()}


def test_what_is_old_has_been_read_and_what_is_new_waits(application):
    old = timezone.now() - timedelta(days=20)

    assert not Message.objects.unread().filter(created_at__lt=old).exists()
    assert Message.objects.exclude(read_at=None).exists()
    assert Message.objects.unread().exists()


def test_the_neighbour_sees_no_child_of_ours(seen_as):
    def questions(stian):
        return {child.municipality.name for child in Child.objects.all()}

    assert seen_as("stian", questions) == {"Farsund"}


def test_the_shared_office_sees_children_of_more_than_one_place(seen_as):
    def questions(elisabet):
        return {child.municipality.name for child in Child.objects.all()}

    assert seen_as("elisabet", questions) == {"Kvinesdal", "Hægebostad"}


def test_who_is_on_no_team_sees_no_child(seen_as):
    assert seen_as("jan", lambda user: Child.objects.count()) == 0
