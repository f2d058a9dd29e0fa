"""What the application's role is refused, whatever SQL it is made to say."""

import uuid

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, connections, transaction

from laget.audit.models import Event, History, note
from laget.children.models import Child
from laget.concerns.models import Concern
from laget.forms import actions as forms
from laget.forms.models import Template
from laget.kernel import acting as kernel_acting
from laget.kernel import planned
from laget.kernel.acting import Role, acting
from laget.logs.models import Entry, Log
from laget.messaging.models import Message
from tests.cast import in_days, job_of, make_concern

NO_ROW = "violates row-level security policy"
NO_RIGHT = "permission denied"
NO_OWNER = "must be owner"
NOT_ALL = "would be affected by row-level security"

# A stranger's attempt to write in somebody else's records: table and columns.
NEW = "gen_random_uuid()"
FOREIGN_ROWS = {
    "children_child": "name, sort_key, born_on, municipality_id, registered_by_id,"
    " registered_at, nin_index, protection = 'x', 'x', now(), {bygdevik}, {me}, now(),"
    " '', ''",
    "children_guardianship": "child_id, user_id, name, phone, custody, may_see, barred,"
    " interpreter = {child}, {me}, 'x', '', true, true, false, ''",
    "concerns_conversation": "concern_id, recorded_by_id, recorded_at, held_on,"
    " present, said, agreed, child_view, heard, not_told, not_told_reason ="
    " {concern}, {me}, now(), now(), '', '', '', '', '', '', ''",
    "concerns_share": "concern_id, user_id, at = {concern}, {me}, now()",
    "consents_consent": "child_id, service_id, topics, limits, asked_by_id, asked_at,"
    " expires_at, ended_how, ended_reason = {child}, {service}, 'x', '', {me}, now(),"
    " now() + '1 day', '', ''",
    "logs_log": "child_id, unit_id, level, holder_id, held_since, opened_at,"
    " opened_by_id, next_on, closed_why, closed_text, child_words, child_heard,"
    " guardian_words, follows_on = {child}, {unit}, 1, {me}, now(), now(), {me}, now(),"
    " '', '', '', '', '', ''",
    "logs_participation": "log_id, employment_id, statute, joined_at = {log}, {job},"
    " 'law', now()",
    "logs_handover": "log_id, offered_by_id, to_id, reason, must_know, offered_at,"
    " answer = {log}, {me}, {job}, 'x', '', now(), ''",
    "logs_entry": "log_id, kind, text, heard, written_by_id, written_at, version,"
    " recall_reason = {log}, 'note', 'x', '', {me}, now(), 1, ''",
    "forms_filled": "version_id, place, seen_with, written_by_id, started_at,"
    " draft_version = {form}, {log}, {me}, {me}, now(), 1",
    "forms_part": "filled_id, readers, seen_with, answers ="
    " {filled}, 'team', {me}, '{{}}'",
    "logs_goal": "log_id, text, needs, owner_id, next_on, version, set_at, result,"
    " result_text = {log}, 'x', '{{}}', {me}, now(), 1, now(), '', ''",
    "rights_offer": "log_id, rule_id, occasion_at, made_by_id, made_at, offered_on,"
    " told, said, words, next_on = {log}, {log}, now(), {me}, now(), now(), 'x', '',"
    " '', now()",
    "logs_review": "log_id, intervention_id, reviewed_by_id, reviewed_at, effect, seen,"
    " child_view, heard, guardians_view, decision = {log}, {log}, {me}, now(), 'works',"
    " 'x', '', '1.1', '', 'end'",
    "audit_event": "subject, action, details = {child}, 'x', '{{}}'",
}


@pytest.fixture
def concern(holder, bygdevik, child):
    with acting(holder.pk, Role.STAFF):
        return make_concern(holder, bygdevik, child=child)


@pytest.fixture
def draft(log, holder, bygdevik):
    with acting(holder.pk, Role.STAFF):
        return forms.begin(
            Template.objects.get(key="everything"),
            place=log.pk,
            municipality=bygdevik,
            child=log.child,
            by=job_of(holder),
        )


@pytest.fixture
def names(child, log, concern, draft, stranger, bygdevik):
    job = job_of(stranger)
    ids = {"log": log.pk, "child": child.pk, "concern": concern.pk, "me": stranger.pk}
    ids |= {"job": job.pk, "unit": job.unit_id, "service": job.unit.service_id}
    ids |= {"bygdevik": bygdevik.pk, "filled": draft.pk, "form": draft.version_id}
    return {name: f"'{key}'" for name, key in ids.items()}


@pytest.fixture
def as_stranger(names, stranger):
    """The log is there, and a stranger is acting."""
    with acting(stranger.pk, Role.STAFF):
        yield


@pytest.mark.usefixtures("as_stranger")
class TestAStranger:
    @pytest.mark.parametrize("table", FOREIGN_ROWS)
    def test_cannot_add_to_it(self, names, table):
        columns, values = FOREIGN_ROWS[table].format(**names).split(" = ")
        add = f"INSERT INTO {table} (id, {columns}) VALUES ({NEW}, {values})"

        assert refusal(add) == NO_ROW

    def test_cannot_tell_a_hidden_log_from_a_missing_one(self, log, stranger):
        for log_id in (log.pk, uuid.uuid4()):
            with pytest.raises(DatabaseError, match=NO_ROW), transaction.atomic():
                Entry.objects.create(log_id=log_id, text="x", written_by=stranger)

    def test_changes_nothing(self):
        assert Log.objects.update(next_on=in_days(1)) == 0
        assert Child.objects.update(name="x") == 0

    def test_reads_no_books(self, child):
        assert not Event.objects.filter(subject=child.pk).exists()
        assert not History.objects.exists()

    def test_points_no_concern_at_a_child_they_cannot_see(
        self, child, stranger, fjordby
    ):
        mine = make_concern(stranger, fjordby)

        with pytest.raises(DatabaseError, match=NO_ROW), transaction.atomic():
            Concern.objects.filter(pk=mine.pk).update(child=child.pk)

    def test_opens_no_emergency_door_outside_their_municipality(self, child, names):
        columns = "id, child_id, person_id, reason, opened_at, until"
        values = f"{NEW}, {{child}}, {{me}}, 'x', now(), now() + '1 year'"
        add = f"INSERT INTO logs_emergencyaccess ({columns}) VALUES ({values})"

        assert refusal(add.format(**names)) == NO_ROW


@pytest.mark.usefixtures("at_work")
class TestEvenTheHolder:
    def test_writes_in_no_other_name(self, log, nurse):
        with pytest.raises(DatabaseError, match=NO_ROW), transaction.atomic():
            Entry.objects.create(log=log, text="x", written_by=nurse)

    @pytest.mark.parametrize(
        "statement, reason",
        [
            ("DELETE FROM logs_entry", NO_RIGHT),
            ("DELETE FROM forms_filled", NO_RIGHT),
            ("UPDATE forms_filled SET written_by_id = written_by_id", NO_RIGHT),
            ("UPDATE forms_filled SET place = place", NO_RIGHT),
            ("UPDATE forms_part SET readers = 'family'", NO_RIGHT),
            ("UPDATE logs_log SET child_id = child_id", NO_RIGHT),
            ("UPDATE logs_entry SET written_by_id = written_by_id", NO_RIGHT),
            ("UPDATE logs_participation SET statute = 'law'", NO_RIGHT),
            ("UPDATE consents_consent SET topics = 'alt'", NO_RIGHT),
            ("UPDATE consents_answer SET said = 'yes'", NO_RIGHT),
            ("UPDATE children_child SET registered_by_id = NULL", NO_RIGHT),
            ("UPDATE children_guardianship SET may_see = true", NO_RIGHT),
            ("INSERT INTO audit_history (id) VALUES (gen_random_uuid())", NO_RIGHT),
            ("UPDATE audit_event SET action = 'x'", NO_RIGHT),
            ("DELETE FROM audit_event", NO_RIGHT),
            ("SELECT * FROM audit_link", NO_RIGHT),
            ("UPDATE audit_head SET nr = 0", NO_RIGHT),
            ("TRUNCATE logs_entry", NO_RIGHT),
            ("ALTER TABLE logs_log DISABLE ROW LEVEL SECURITY", NO_OWNER),
            ("ALTER TABLE audit_event DISABLE TRIGGER ALL", NO_OWNER),
            ("DROP TABLE logs_entry", NO_OWNER),
            ("DROP POLICY see ON logs_log", NO_OWNER),
            ("CREATE TABLE mine (id int)", NO_RIGHT),
            ("SET ROLE laget_owner", NO_RIGHT),
            ("SET LOCAL row_security = off; SELECT * FROM logs_log", NOT_ALL),
            ("INSERT INTO organisation_employment (id) VALUES (NULL)", NO_ROW),
            ("UPDATE organisation_employment SET user_id = user_id", NO_RIGHT),
            ("UPDATE organisation_employment SET is_leader = true", NO_RIGHT),
            ("DELETE FROM organisation_service_municipalities", NO_RIGHT),
            ("UPDATE accounts_user SET is_active = true", NO_RIGHT),
        ],
    )
    def test_is_refused(self, statement, reason):
        assert refusal(statement) == reason

    def test_names_nobody_else_in_the_books(self, log, nurse, holder):
        add = "INSERT INTO audit_event (id, subject, actor, at, action, details) VALUES"
        row = f"({NEW}, '{log.child_id}', '{nurse.pk}', '2020-01-01', 'x', '{{}}')"
        execute(f"{add} {row}")

        line = Event.objects.get(action="x")
        assert (line.actor, line.at.year) != (nurse.pk, 2020)
        assert line.actor == holder.pk

    def test_reads_no_message_to_another(self, nurse):
        assert not Message.objects.filter(to=nurse).exists()

    def test_makes_no_consent_last_longer(self, log):
        longer = "UPDATE consents_consent SET expires_at = expires_at + interval '1d'"
        assert "consent_is_only_narrowed" in refusal(longer)

    def test_gives_a_consent_no_force_by_themselves(self, child, holder, school):
        add = "INSERT INTO consents_consent (id, child_id, service_id, topics, limits,"
        add += " asked_by_id, asked_at, expires_at, effective_at, earlier, ended_how,"
        add += (
            f" ended_reason) VALUES ({NEW}, '{child.pk}', '{school.service_id}', 'x',"
        )
        add += f" '', '{holder.pk}', now(), now() + '1 day', now(), true, '', '')"

        assert "consent_stands_by_answers" in refusal(add)


def test_only_the_holder_says_whose_own_task_the_follow_up_is(log, nurse):
    with acting(nurse.pk, Role.STAFF):
        unit = job_of(nurse).unit_id
        assert refusal(f"UPDATE logs_log SET unit_id = '{unit}'") == NO_ROW


def test_nothing_is_noted_when_nobody_acts(log):
    with pytest.raises(DatabaseError, match=NO_ROW), transaction.atomic():
        note("log.read", log)


def test_history_survives_a_bulk_update(at_work, log, holder):
    Log.objects.update(next_on="2099-01-01")

    change = History.objects.get(table="logs_log", after__next_on="2099-01-01")
    assert change.before["next_on"] == str(in_days(60))
    assert (change.actor, change.role, change.subject) == (
        holder.pk,
        "staff",
        log.child_id,
    )


def test_a_child_has_one_open_log(at_work, log, holder):
    with pytest.raises(DatabaseError, match="one_open_per_child"), transaction.atomic():
        Log.objects.create(
            child_id=log.child_id,
            unit_id=log.unit_id,
            holder=holder,
            opened_by=holder,
            next_on=in_days(1),
        )


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_owner_may_not_act(monkeypatch, holder):
    for module in (kernel_acting, planned):
        monkeypatch.setattr(module, "connection", connections["owner"])

    with pytest.raises(ImproperlyConfigured), acting(holder.pk, Role.STAFF):
        pass


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refusal(statement):
    """The reason for which the database refuses the statement."""
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        execute(statement)
    reasons = (NO_ROW, NO_RIGHT, NO_OWNER, NOT_ALL)
    return next((r for r in reasons if r in str(refused.value)), str(refused.value))
