"""The books show what was done to them, even by someone who owns the database."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction

from laget.audit import chain
from laget.audit.models import Event
from laget.kernel.acting import Role, acting
from laget.logs import actions
from tests.committing import as_owner, ask, committing, db  # noqa: F401

pytestmark = pytest.mark.usefixtures("committing")

NUMBER = "SELECT line FROM audit_link WHERE book = 'e' ORDER BY nr LIMIT 1 OFFSET 2"
FIND = f"SELECT nr FROM audit_link WHERE line = ({NUMBER})"
TAMPERING = {
    "an edited line": f"UPDATE audit_event SET action = 'x' WHERE id = ({NUMBER})",
    "another person named": (
        f"UPDATE audit_event SET actor = gen_random_uuid() WHERE id = ({NUMBER})"
    ),
    "another time": f"UPDATE audit_event SET at = now() WHERE id = ({NUMBER})",
    "a deleted line": f"DELETE FROM audit_event WHERE id = ({NUMBER})",
    "an edited history": (
        "UPDATE audit_history SET after = '{}' WHERE id ="
        " (SELECT line FROM audit_link WHERE book = 'h' ORDER BY nr LIMIT 1)"
    ),
}
ORDER = """
UPDATE audit_link one SET line = other.line FROM audit_link other
WHERE one.nr IN (4, 5) AND other.nr = 9 - one.nr
"""


def test_untouched_books_are_right(log):
    verdict = verify()

    assert verdict.is_right
    assert verdict.lines == chain_length()


@pytest.mark.parametrize("how", TAMPERING)
def test_a_line_that_was_touched_is_named(log, how):
    (nr,) = (
        as_owner(FIND)
        if "history" not in how
        else as_owner("SELECT min(nr) FROM audit_link WHERE book = 'h'")
    )
    as_owner(TAMPERING[how])

    assert verify().wrong.startswith(f"line {nr} ")


def test_two_lines_that_changed_places_are_found(log):
    as_owner(ORDER)

    assert verify().wrong.startswith("line 4 ")


def test_a_link_that_was_taken_out_is_found(log):
    as_owner("DELETE FROM audit_link WHERE nr = 3")

    assert verify().wrong.startswith("line 3 is missing")


def test_a_cut_end_is_found(log):
    end = chain_length()
    cut(end - 2)

    assert verify().wrong.startswith(f"line {end - 1} is missing")


def test_a_cut_end_is_found_though_the_head_was_changed_too(log):
    apart = chain.latest("owner")
    cut(apart.nr - 2)
    as_owner(
        "UPDATE audit_head SET nr = link.nr, hash = link.hash FROM audit_link link"
        " WHERE link.nr = (SELECT max(nr) FROM audit_link)"
    )

    assert verify().is_right
    assert verify(apart).wrong.startswith(f"line {apart.nr - 1} is missing")


def test_a_line_written_beside_the_chain_is_found(log):
    as_owner("ALTER TABLE audit_event DISABLE TRIGGER USER")
    as_owner(
        "INSERT INTO audit_event (id, subject, actor, at, action, details) VALUES"
        " (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), 'x', '{}')"
    )
    as_owner("ALTER TABLE audit_event ENABLE TRIGGER USER")

    assert "beside the chain" in verify().wrong


def test_the_command_says_so_and_fails(log, tmp_path):
    as_owner(TAMPERING["a deleted line"])

    with pytest.raises(CommandError, match="was deleted"):
        call_command("audit_verify", database="owner")


def test_the_command_reads_a_head_that_was_kept_apart(log, tmp_path):
    kept = tmp_path / "heads"
    kept.write_text(f"1 {'00' * 32}\n")

    with pytest.raises(CommandError, match="line 1 is not the one"):
        call_command("audit_verify", head=kept, database="owner")


def test_recalling_an_entry_does_not_break_the_chain(log, holder):
    with acting(holder.pk, Role.STAFF):
        entry = actions.write_entry(log, text="Feil barn", by=holder)
        actions.undo(entry, by=holder)

    assert verify().is_right


def test_a_transaction_that_is_undone_leaves_no_line(log, holder):
    before = chain_length()
    with pytest.raises(RuntimeError), acting(holder.pk, Role.STAFF):
        actions.write_entry(log, text="Nesten", by=holder)
        raise RuntimeError

    assert chain_length() == before
    with acting(holder.pk, Role.STAFF):
        assert not Event.objects.filter(action="entry.written").exists()


def test_the_head_is_moved_once_however_many_lines_are_committed(holder):
    before = moves()
    with acting(holder.pk, Role.STAFF):
        Event.objects.bulk_create(
            Event(action="test.done", subject=holder.pk) for _ in range(2000)
        )

    assert moves() - before == 1
    assert verify().lines == 2000
    assert verify().is_right


def test_lines_keep_the_order_in_which_they_were_written(holder):
    with acting(holder.pk, Role.STAFF):
        lines = [
            Event.objects.create(action="test.done", subject=holder.pk)
            for _ in range(5)
        ]

    for nr, line in enumerate(lines, start=1):
        assert as_owner("SELECT line FROM audit_link WHERE nr = %s", nr) == (line.pk,)


def test_a_chain_that_was_cut_is_not_mended_by_who_writes_next(log, holder):
    end = chain_length()
    cut(end - 2)
    with acting(holder.pk, Role.STAFF):
        actions.write_entry(log, text="Etterpå", by=holder)

    assert verify().wrong.startswith(f"line {end - 1} is missing")


def test_the_books_are_read_from_end_to_end_and_no_line_looked_up(log):
    with transaction.atomic("owner"):
        as_owner(chain.READ_ALL)
        plan = explained(chain.LINES)

    assert "audit_event" in plan
    assert "audit_history" in plan
    assert "Nested Loop" not in plan


def explained(sql):
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        return "\n".join(row[0] for row in cursor.fetchall())


def moves():
    ask("SELECT pg_stat_force_next_flush()")  # what this connection has counted
    (updated,) = as_owner("SELECT pg_stat_get_tuples_updated('audit_head'::regclass)")
    return updated


def verify(apart=None):
    return chain.verify(apart, using="owner")


def chain_length():
    (length,) = as_owner("SELECT count(*) FROM audit_link")
    return length


def cut(after):
    as_owner(
        "DELETE FROM audit_event WHERE id IN"
        f" (SELECT line FROM audit_link WHERE nr > {after})"
    )
    as_owner(
        "DELETE FROM audit_history WHERE id IN"
        f" (SELECT line FROM audit_link WHERE nr > {after})"
    )
    as_owner(f"DELETE FROM audit_link WHERE nr > {after}")
