"""Writing in the log: said once, corrected in the open, recalled for good."""

import pytest
from django.db import connection
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Entry, EntryKind
from tests.cast import job_of
from tests.staff.child.conftest import STAFF, text_of

SECRET = "hemmelig"


@pytest.fixture
def entry(write, holder):
    """Written half an hour ago: too late to undo."""
    return write(holder, f"Dette er {SECRET}.", ago=30)


@pytest.fixture
def fresh(write, holder):
    return write(holder, f"Dette er {SECRET}.")


def test_a_note_is_saved_once_however_often_it_is_sent(log, as_user, nurse, holder):
    typed = {"kind": "note", "text": "Nora sov godt.", "once": str(log.pk)}
    client, url = as_user(nurse), reverse("write-entry", args=[log.pk])
    first, again = client.post(url, typed), client.post(url, typed)
    assert first.status_code == again.status_code == 302
    with acting(holder.pk, STAFF):
        (entry,) = Entry.objects.filter(log=log)
    assert (entry.text, entry.written_by_id) == ("Nora sov godt.", nurse.pk)


def test_the_childs_own_words_need_to_tell_how_they_were_heard(log, as_user, holder):
    typed = {"kind": "voice", "text": "Jeg vil leke."}
    client, url = as_user(holder), reverse("write-entry", args=[log.pk])
    refused = client.post(url, typed)
    assert refused.status_code == 422
    assert "Jeg vil leke." in text_of(refused)
    assert client.post(url, typed | {"heard": "1.3"}).status_code == 302
    with acting(holder.pk, STAFF):
        entry = Entry.objects.get(log=log)
    assert (entry.kind, entry.heard) == (EntryKind.VOICE, "1.3")


def test_a_note_needs_no_answer_to_how_the_child_was_heard(log, as_user, holder):
    typed = {"kind": "note", "text": "Møte.", "heard": "1.1"}
    as_user(holder).post(reverse("write-entry", args=[log.pk]), typed)
    with acting(holder.pk, STAFF):
        assert Entry.objects.get(log=log).heard == ""


def test_one_may_begin_with_the_childs_own_words(log, as_user, holder):
    url = reverse("write-entry", args=[log.pk])
    text = text_of(as_user(holder).get(url, {"kind": "voice"}))
    assert 'value="voice"' in text
    before = text.split('value="voice"')[1].split(">")[0]
    assert "checked" in before


def test_what_stood_before_a_correction_can_be_read(entry, as_user, holder, nurse):
    url = reverse("change-entry", args=[entry.pk])
    done = as_user(holder).post(url, {"version": 1, "text": "Dette er rettet."})
    assert done.status_code == 302
    kept = as_user(nurse).get(reverse("entry-versions", args=[entry.pk]))
    assert "Dette er rettet." in text_of(kept)
    assert f"Dette er {SECRET}." in text_of(kept)


def test_two_windows_never_overwrite_each_other_unseen(entry, as_user, holder):
    client, url = as_user(holder), reverse("change-entry", args=[entry.pk])
    client.post(url, {"version": 1, "text": "Fra det ene vinduet."})
    clash = client.post(url, {"version": 1, "text": "Fra det andre vinduet."})
    assert clash.status_code == 409
    assert "Fra det ene vinduet." in text_of(clash)
    assert "Fra det andre vinduet." in text_of(clash)
    merged = client.post(url, {"version": 2, "text": "Fra begge."})
    assert merged.status_code == 302


def test_what_is_undone_was_never_there(child, fresh, as_user, holder, nurse, look):
    as_user(holder).post(reverse("undo-entry", args=[fresh.pk]))
    for person in (nurse, holder):
        text = text_of(look(person, child, "timeline"))
        assert SECRET not in text
        assert str(fresh.pk) not in text
    page = as_user(nurse).get(reverse("entry-versions", args=[fresh.pk]))
    assert page.status_code == 404


def test_after_ten_minutes_it_is_recalled_and_not_undone(entry, as_user, holder):
    page = as_user(holder).post(reverse("undo-entry", args=[entry.pk]))
    assert page.status_code == 409
    with acting(holder.pk, STAFF):
        assert SECRET in Entry.objects.get(pk=entry.pk).text


def test_undoing_is_a_deed_and_not_a_link(fresh, as_user, holder):
    page = as_user(holder).get(reverse("undo-entry", args=[fresh.pk]))
    assert page.status_code == 405


def test_before_recalling_the_writer_sees_who_has_opened_the_page(
    child, entry, as_user, look, holder, nurse, adviser
):
    look(nurse, child)
    text = text_of(as_user(holder).get(reverse("recall-entry", args=[entry.pk])))
    assert "Ola Dahl" in text
    assert "Berit Vik" not in text


def test_a_recalled_entry_tells_by_whom_and_why_and_who_had_opened_the_page(
    child, entry, as_user, look, holder, nurse, adviser
):
    look(nurse, child)
    _recall(as_user(holder), entry)
    look(adviser, child)
    text = text_of(look(holder, child, "timeline"))
    assert SECRET not in text
    assert "Handlet om et annet barn." in text
    assert "Kari Lund" in text
    assert "Ola Dahl." in text
    assert "Berit Vik." not in text


def test_whoever_is_only_asked_to_take_over_has_read_nothing(
    log, child, entry, as_user, look, holder, colleague
):
    with acting(holder.pk, STAFF):
        logs.offer(log, to=job_of(colleague), reason="Permisjon", by=holder)
    assert look(colleague, child).status_code == 200
    page = as_user(holder).get(reverse("recall-entry", args=[entry.pk]))
    assert "Per Moe" not in text_of(page)
    with acting(colleague.pk, STAFF):
        logs.accept(log.handovers.get())
    look(colleague, child)
    page = as_user(holder).get(reverse("recall-entry", args=[entry.pk]))
    assert "Per Moe" in text_of(page)


def test_a_recall_needs_a_reason(entry, as_user, holder):
    client, url = as_user(holder), reverse("recall-entry", args=[entry.pk])
    assert client.post(url, {"reason": "  "}).status_code == 422
    with acting(holder.pk, STAFF):
        assert SECRET in Entry.objects.get(pk=entry.pk).text


def test_the_words_of_a_recalled_entry_are_gone_from_its_versions(
    entry, as_user, holder, nurse
):
    _recall(as_user(holder), entry)
    text = text_of(as_user(nurse).get(reverse("entry-versions", args=[entry.pk])))
    assert SECRET not in text
    assert "Handlet om et annet barn." in text


@pytest.mark.parametrize("who", ["holder", "nurse"])
@pytest.mark.parametrize("table", ["logs_entry", "audit_history", "audit_event"])
def test_raw_sql_finds_no_word_of_it_in_any_table(
    entry, as_user, holder, request, who, table
):
    assert _rows_with(SECRET, holder, "audit_history") > 0
    _recall(as_user(holder), entry)
    assert _rows_with(SECRET, request.getfixturevalue(who), table) == 0


def _recall(client, entry):
    reason = {"reason": "Handlet om et annet barn."}
    url = reverse("recall-entry", args=[entry.pk])
    assert client.post(url, reason).status_code == 302


def _rows_with(word, person, table):
    """How many rows of a table, whole, hold the word: as one of the team sees them."""
    with acting(person.pk, STAFF), connection.cursor() as cursor:
        like = f"%{word}%"
        cursor.execute(
            f"SELECT count(*) FROM {table} AS line WHERE line::text LIKE %s", [like]
        )
        return cursor.fetchone()[0]
