"""Who sees a request for help in each state: asked of the database, in raw SQL."""

import pytest
from django.db import DatabaseError, connection, transaction

from laget.intake.models import HelpRequest, Outcome
from laget.kernel.acting import Role, acting, nobody
from tests.intake.requests import (
    accepted,
    asked,
    closed,
    reached,
    request_of,
    returned,
    routed,
)
from tests.seen import rows, tables_with_rows

EVERYONE = [
    *("triage", "triage_leader", "helper", "second_helper", "help_leader", "nurse"),
    *("adviser", "holder", "rector", "stranger", "stranger_leader", "guardian"),
]
UNIT = {"helper", "second_helper", "help_leader"}
STATES = {
    "new": {"triage"},
    "routed": {"triage"} | UNIT,
    "returned": {"triage"},
    "routed elsewhere after it was returned": {"triage", "nurse"},
    "accepted": {"helper", "help_leader"},
    "answered": {"helper", "help_leader"},
    "sent on by the unit": {"helper", "help_leader", "nurse"},
    "accepted by the next": {"nurse"},
    "closed by the unit": {"helper", "help_leader"},
    "closed in triage": {"triage"},
    "the owner has left": {"triage", "help_leader"},
    "of the other municipality": {"stranger_leader"},
    "to an office several share": {"triage", "adviser"},
    "accepted in an office several share": {"adviser"},
}


def in_state(state, people):
    triage, helper = people["triage"], people["helper"]
    if state == "of the other municipality":
        return asked("Fjordby")
    one = asked()
    if state == "new":
        return one
    if state == "closed in triage":
        closed(one, triage, Outcome.NO_REQUEST)
        return one
    if "office several share" in state:
        routed(one, triage, to="PPT Dalane")
        if state.startswith("accepted"):
            accepted(one, people["adviser"])
        return one
    routed(one, triage)
    if "returned" in state:
        returned(one, helper)
        if state.startswith("routed"):
            routed(one, triage, to="Helsestasjonen")
    elif state != "routed":
        accepted(one, helper)
        _goes_on(one, state, people)
    return one


def _goes_on(one, state, people):
    helper = people["helper"]
    if state in ("answered", "closed by the unit"):
        reached(one, helper, told_who=True)
    if state == "closed by the unit":
        closed(one, helper, Outcome.ADVICE)
    if state in ("sent on by the unit", "accepted by the next"):
        routed(one, helper, to="Helsestasjonen")
    if state == "accepted by the next":
        accepted(one, people["nurse"])
    if state == "the owner has left":
        leader = people["help_leader"]
        with acting(leader.pk, Role.STAFF), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE organisation_employment SET ended_at = now()"
                " WHERE user_id = %s",
                [helper.pk],
            )


@pytest.fixture
def people(request, db):
    return {name: request.getfixturevalue(name) for name in EVERYONE}


@pytest.mark.parametrize("state", STATES)
def test_those_who_need_it_see_it_and_nobody_else(people, state):
    one = in_state(state, people)
    seeing = {name for name, who in people.items() if request_of(one, who)}
    assert seeing == STATES[state]


@pytest.mark.parametrize("state", STATES)
def test_what_belongs_to_it_is_seen_with_it(people, state):
    """Sent on, answered, in the books: those who see one see all, and nobody else."""
    in_state(state, people)
    for name, who in people.items():
        with acting(who.pk, Role.STAFF):
            found = rows(
                "SELECT request_id FROM intake_routing UNION"
                " SELECT request_id FROM intake_contact UNION"
                " SELECT row FROM audit_history WHERE \"table\" = 'intake_helprequest'"
            )
            assert bool(found) == (name in STATES[state]), name


def test_who_asks_reads_nothing_back(db):
    asked()
    with nobody(via="help"):
        assert tables_with_rows() == set()
        assert rows("SELECT * FROM responsible_requests()") == []
        assert rows("SELECT * FROM help_replies()") == []
    assert tables_with_rows() == set()


def test_the_wrong_hat_sees_nothing(people):
    in_state("routed", people)
    for who in people.values():
        with acting(who.pk, Role.FAMILY):
            assert not HelpRequest.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO intake_contact (id, request_id, by_id, at, reached, told_who,"
        " words) SELECT gen_random_uuid(), '{key}', id, now(), true, false, ''"
        " FROM accounts_user LIMIT 1",
        "INSERT INTO intake_routing (id, request_id, to_unit_id, given_by_id, words,"
        " at, reason) SELECT gen_random_uuid(), '{key}', unit.id, person.id, '', now(),"
        " '' FROM organisation_unit unit, accounts_user person LIMIT 1",
        "INSERT INTO intake_helprequest (id, municipality_id, code, words, for_whom,"
        ' age, name, reach, phone, email, "when", quietly, language, interpreter,'
        " received_at, answer_by, next_on, employment_id, outcome, closed_words)"
        " SELECT gen_random_uuid(), place.id, 'x', 'x', 'me', '', '', 'calls_back', '',"
        " '', '', false, '', false, now(), '2099-01-01', '2099-01-01', job.id, '', ''"
        " FROM organisation_municipality place, organisation_employment job"
        " WHERE place.name = 'Bygdevik' LIMIT 1",
        "DELETE FROM intake_helprequest",
        "TRUNCATE intake_helprequest",
        "SELECT * FROM intake_knock",
        "DELETE FROM intake_knock",
    ],
)
def test_nobody_acting_may_only_ask(people, statement):
    one = asked()
    key = request_of(one, people["triage"]).pk
    refused = pytest.raises(DatabaseError, match="policy|permission denied")
    with nobody(via="help"), refused, transaction.atomic(), connection.cursor() as c:
        c.execute(statement.format(key=key))


def test_nobody_acting_changes_nothing(people):
    one = asked()
    with nobody(via="help"):
        assert HelpRequest.objects.update(next_on="2099-01-01") == 0
    assert request_of(one, people["triage"]).next_on == one.answer_by


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE intake_helprequest SET employment_id = '{job}'",
        "UPDATE intake_routing SET answered_at = now(), accepted = true,"
        " answered_by_id = '{job}'",
        "UPDATE intake_helprequest SET closed_at = now(), outcome = 'advice',"
        " closed_by_id = '{me}'",
        "UPDATE intake_helprequest SET next_on = '2099-01-01'",
        "UPDATE intake_helprequest SET words = 'x'",
        "UPDATE intake_helprequest SET municipality_id = municipality_id",
        "DELETE FROM intake_helprequest",
    ],
)
def test_who_is_only_asked_cannot_take_it_round_the_rules(people, statement):
    """The helper's unit is asked: no claim in a colleague's name, no other change."""
    in_state("routed", people)
    other = people["second_helper"].employments.get().pk
    me = people["helper"]
    refused = pytest.raises(DatabaseError, match="policy|permission denied")
    sql = statement.format(job=other, me=me.pk)
    with acting(me.pk, Role.STAFF), refused, transaction.atomic():
        execute(sql)


def execute(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_triage_makes_nobody_the_owner(people):
    in_state("routed", people)
    triage = people["triage"]
    job = people["helper"].employments.get().pk
    refused = pytest.raises(DatabaseError, match="row-level security")
    with acting(triage.pk, Role.STAFF), refused, transaction.atomic():
        HelpRequest.objects.update(employment=job)
