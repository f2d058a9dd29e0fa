"""A message begun at home is there when one comes back, for a day and for oneself."""

import re
from datetime import timedelta

import pytest

from laget.accounts import kept
from laget.accounts.models import Kept
from laget.audit.models import Event, History
from laget.kernel.acting import Role, acting
from tests.threads.conftest import begin

STAFF, FAMILY = Role.STAFF, Role.FAMILY
HALF = "Hun har begynt å"


@pytest.fixture
def talk(noras_log, guardian):
    return begin(noras_log, guardian)


def page_of(talk):
    return f"/family/messages/{talk.pk}/"


def keep(client, url, **typed):
    answer = client.post(f"{url}keep/", typed, headers={"X-Autosave": "true"})
    assert answer.status_code == 200
    assert answer.json()["clock"]


def test_what_she_began_is_there_when_she_logs_in_anew(as_family, talk, guardian):
    keep(as_family(guardian), page_of(talk), text=HALF)
    said = as_family(guardian).get(page_of(talk)).text
    assert HALF in said
    assert "Du begynte på denne meldingen tidligere." in said


def test_a_new_conversation_too_with_what_it_is_about(
    as_family, nora, noras_log, guardian
):
    url = f"/family/{nora.pk}/messages/new/"
    keep(as_family(guardian), url, subject="Søvn", text=HALF)
    said = as_family(guardian).get(url).text
    assert HALF in said
    assert 'value="Søvn"' in said


def test_nobody_else_sees_it_nor_a_trace_of_it(
    as_family, as_user, nora, noras_log, talk, guardian, father, youth, holder
):
    url = f"/family/{nora.pk}/messages/new/"
    keep(as_family(guardian), url, text=HALF)
    for who in (father, youth):
        assert HALF not in as_family(who).get(url).text
    assert HALF not in as_user(holder).get(f"/logs/{noras_log.pk}/messages/").text
    for who, hat in ((father, FAMILY), (youth, FAMILY), (holder, STAFF)):
        with acting(who.pk, hat):
            assert not Event.objects.filter(action__contains="keep").exists()
            assert not History.objects.filter(table="accounts_kept").exists()
    assert HALF.encode() not in bytes(Kept.objects.get().body)


def test_it_lies_in_its_own_conversation_and_in_no_other(
    as_family, nora, talk, guardian
):
    keep(as_family(guardian), page_of(talk), text=HALF)
    new = f"/family/{nora.pk}/messages/new/"
    assert HALF not in as_family(guardian).get(new).text


def test_the_last_words_stand_and_the_earlier_are_gone(as_family, talk, guardian):
    client = as_family(guardian)
    for words in ("Hun", HALF, "Han har sluttet å"):
        keep(client, page_of(talk), text=words)
    said = client.get(page_of(talk)).text
    assert "Han har sluttet å" in said
    assert HALF not in said
    assert Kept.objects.count() == 1


def test_wiped_out_it_is_not_kept(as_family, talk, guardian):
    client = as_family(guardian)
    keep(client, page_of(talk), text=HALF)
    keep(client, page_of(talk), text="  ")
    assert not Kept.objects.exists()


def test_sent_it_is_thrown_away(as_family, talk, guardian):
    client, url = as_family(guardian), page_of(talk)
    keep(client, url, text=HALF)
    shown = re.search(r'name="shown" value="(\w+)"', client.get(url).text)[1]
    sent = {"text": f"{HALF} sove.", "shown": shown}
    assert client.post(f"{url}write/", sent).status_code == 302
    assert not Kept.objects.exists()
    assert "Du begynte på denne meldingen" not in client.get(url).text


def test_after_a_day_it_is_gone(as_family, talk, guardian):
    keep(as_family(guardian), page_of(talk), text=HALF)
    one = Kept.objects.get()
    Kept.objects.all().delete()
    one.kept_at -= timedelta(hours=25)
    one.save(force_insert=True)
    assert HALF not in as_family(guardian).get(page_of(talk)).text
    kept.clear()
    assert not Kept.objects.exists()


def test_who_is_not_in_the_conversation_keeps_nothing_there(
    as_family, talk, father, barred
):
    for who in (father, barred):
        answer = as_family(who).post(f"{page_of(talk)}keep/", {"text": HALF})
        assert answer.status_code == 404
    assert not Kept.objects.exists()
