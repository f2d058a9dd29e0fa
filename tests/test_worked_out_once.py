"""What one may see is worked out once a page, and never stands after a change."""

import re

import pytest
from django.db import connection, transaction

from laget.children.models import Child
from laget.consents import actions as consents
from laget.consents.models import Consent
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Log, Participation
from tests.committing import as_owner, ask, committing, db  # noqa: F401

pytestmark = pytest.mark.usefixtures("committing")
KEPT = (
    *("own_concerns", "registered_children", "workable_logs", "readable_logs"),
    *("listable_logs", "workable_children", "readable_children", "listable_children"),
    *("readable_concerns", "readable_discussions", "readable_subjects"),
    *("readable_guardianships", "readable_consents", "readable_answers"),
    *("notable_subjects", "shielded"),
)


def sees(function):
    return ask(f"SELECT ARRAY(SELECT {function}() ORDER BY 1)")


def has_written():
    return ask("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")


def write_something():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()")


@pytest.mark.parametrize("function", KEPT)
def test_what_is_kept_is_what_is_so(function, log, concern, holder, nurse, leader):
    for person in (holder, nurse, leader):
        with acting(person.pk, Role.STAFF):
            first, kept = sees(function), sees(function)
            assert not has_written()
            write_something()
            assert first == kept == sees(function)


def test_a_page_that_only_shows_works_it_out_once(log, nurse):
    with acting(nurse.pk, Role.STAFF):
        assert log.pk in sees("readable_logs")
        assert str(log.pk) in ask("SELECT current_setting('app.readable_logs', true)")


def test_whoever_leaves_the_team_sees_no_more_in_the_same_transaction(log, nurse):
    with acting(nurse.pk, Role.STAFF):
        assert log.pk in sees("readable_logs")
        logs.leave(Participation.objects.get(employment__user=nurse))
        assert sees("readable_logs") == []
        assert not Child.objects.exists()


def test_the_withdrawal_of_consent_works_in_the_same_transaction(
    log, holder, nurse, guardian
):
    with acting(holder.pk, Role.STAFF):
        assert sees("readable_logs")
        theirs = Consent.objects.get(service=_service_of(log, nurse))
        consents.withdraw(theirs, by=holder)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.actor', %s, true)", [str(nurse.pk)])
        assert sees("readable_logs") == []
        assert not Child.objects.exists()


def test_another_who_acts_in_the_same_transaction_sees_what_is_theirs(
    log, holder, stranger
):
    with acting(holder.pk, Role.STAFF):
        assert Log.objects.count() == 1
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('app.actor', %s, true)", [str(stranger.pk)]
            )
        assert not has_written()
        assert not Log.objects.exists()


def test_another_hat_in_the_same_transaction_sees_what_is_its_own(log, holder):
    with acting(holder.pk, Role.STAFF):
        assert Log.objects.count() == 1
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.role', 'family', true)")
        assert not Log.objects.exists()


def test_nothing_is_kept_for_the_next_transaction(log, holder):
    with acting(holder.pk, Role.STAFF):
        assert Log.objects.count() == 1
    assert not ask("SELECT current_setting('app.readable_logs', true)")
    assert not Log.objects.exists()


def _service_of(log, person):
    parts = Participation.objects.filter(employment__user=person, log=log)
    return parts.get().employment.unit.service


def test_what_somebody_else_has_written_into_the_settings_is_not_believed(
    log, stranger
):
    with acting(stranger.pk, Role.STAFF):
        for words in (f"{{{log.pk}}}", f"{'0' * 64}{{{log.pk}}}"):
            ask(f"SELECT set_config('app.readable_logs', '{words}', true)")
            assert not Log.objects.exists()


def test_what_was_kept_for_one_is_not_believed_for_another(log, nurse, stranger):
    with acting(nurse.pk, Role.STAFF):
        sees("readable_logs")
        kept = ask("SELECT current_setting('app.readable_logs', true)")
    with acting(stranger.pk, Role.STAFF):
        ask(f"SELECT set_config('app.readable_logs', '{kept}', true)")
        assert not Log.objects.exists()


BEARS_NOT = {"logs_entry", "logs_goal", "logs_review", "messaging_message"}
# what was written before a service was let in is out of its sight: never a new line
ONLY_EARLIER = {"logs_entry", "logs_review"}
FUNCTIONS = """
SELECT proname, prosrc FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND proname NOT LIKE 'procrastinate%'
"""
KEYS_KEPT = "SELECT substr(current_setting('app.readable_logs', true), 65)"
TABLES = "SELECT array_agg(tablename::text) FROM pg_tables WHERE schemaname = 'public'"


def is_kept(function="readable_logs"):
    return as_owner(f"SELECT recalled('{function}') IS NOT NULL")[0]


def asked_by_what_is_kept():
    """The words of what is worked out once a page, and of all that it asks."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIONS)
        functions = dict(cursor.fetchall())
    waiting, found = [name for name in functions if name.endswith("_now")], {}
    while waiting:
        name = waiting.pop()
        found[name] = functions[name]
        called = set(re.findall(r"\b(\w+)\(", functions[name]))
        waiting += called & (functions.keys() - found.keys())
    return found.values()


def test_after_the_first_deed_it_is_kept_until_somebodys_sight_may_change(log, holder):
    (tables,) = as_owner(TABLES)
    words = " ".join(asked_by_what_is_kept())
    bearing = {name for name in tables if re.search(rf"\b{name}\b", words)}
    bearing -= ONLY_EARLIER | {"access_seal"}
    assert {"logs_participation", "consents_consent", "rights_report"} <= bearing
    assert not bearing & BEARS_NOT
    with transaction.atomic("owner"):
        act_as_owner(holder)
        for name in sorted(bearing):
            as_owner("SELECT count(*) FROM readable_logs()")
            as_owner("DELETE FROM logs_entry WHERE false")
            assert is_kept()
            as_owner(f"DELETE FROM {name} WHERE false")
            assert not is_kept(), name


def test_what_was_kept_before_the_first_deed_is_worked_out_anew(log, holder):
    with transaction.atomic("owner"):
        act_as_owner(holder, writes=False)
        as_owner("SELECT count(*) FROM readable_logs()")
        assert is_kept()
        as_owner("SELECT FROM logs_log FOR UPDATE")
        assert not is_kept()


def test_writing_in_a_log_does_not_make_it_be_worked_out_again(log, holder):
    with acting(holder.pk, Role.STAFF):
        logs.write_entry(log, text="Først", by=holder)
        assert sees("readable_logs")
        kept = ask(KEYS_KEPT)
        logs.write_entry(log, text="Så", by=holder)
        sees("readable_logs")
        assert ask(KEYS_KEPT) == kept
        assert not ask("SELECT current_setting('app.sight', true)")


def act_as_owner(person, *, writes=True):
    as_owner(
        "SELECT set_config('app.actor', %s, true),"
        " set_config('app.role', 'staff', true)",
        str(person.pk),
    )
    if writes:
        as_owner("SELECT pg_current_xact_id()")
