"""What was typed is not lost when a log-in runs out, and is nobody else's."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from laget.accounts.models import Kept
from laget.accounts.tasks import clear_sessions
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs.models import Entry

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=31)
TEXT = "Nora smilte i dag.\nHun bygde et tårn."


@pytest.fixture
def page(log):
    return reverse("write-entry", kwargs={"log_id": log.pk})


@pytest.fixture
def typed():
    once = "11111111-1111-4111-8111-111111111111"
    return {"once": once, "kind": "note", "text": TEXT}


def sent_too_late(client, page, typed, later=LATER):
    """The session has run out; where they are sent."""
    with clock.at(clock.now() + later):
        return client.post(page, typed)


@pytest.fixture
def waits(as_user, holder, page, typed):
    """The address where what the holder wrote waits for them."""
    answer = sent_too_late(as_user(holder), page, typed)
    assert answer["Location"].startswith("/login/?next=/kept/")
    return answer["Location"].removeprefix("/login/?next=")


def test_the_same_person_gets_back_what_they_wrote_and_can_send_it(
    waits, as_user, holder, page, typed, log
):
    client = as_user(holder)
    shown = client.get(waits)

    assert "Hun bygde et tårn." in shown.text
    assert f'action="{page}"' in shown.text
    assert 'name="once" hidden' in shown.text

    client.post(page, typed)
    with acting(holder.pk, Role.STAFF):
        assert Entry.objects.get(log=log).text == TEXT


def test_for_anybody_else_it_does_not_exist(waits, as_user, colleague):
    client = as_user(colleague)
    answer = client.get(waits)

    assert answer.status_code == 404
    assert "tårn" not in answer.text
    assert client.post(waits).status_code == 404
    assert Kept.objects.exists()


def test_who_is_not_logged_in_sees_nothing(waits, client):
    assert client.get(waits)["Location"].startswith("/login/")


def test_it_lies_encrypted(waits):
    body = bytes(Kept.objects.get().body)
    assert b"Nora" not in body and b"/logs/" not in body


def test_moved_to_another_persons_name_it_cannot_be_read(waits, holder, colleague):
    """Only its own row and its own person open it."""
    from laget.kernel import encryption

    kept = Kept.objects.get()
    for place in (f"{kept.pk}:{colleague.pk}", f"{colleague.pk}:{holder.pk}"):
        with pytest.raises(encryption.Unreadable):
            encryption.reveal(bytes(kept.body), place=f"accounts_kept.body:{place}")


def test_after_a_day_it_is_gone(waits, as_user, holder):
    with clock.at(clock.now() + timedelta(hours=25)):
        assert as_user(holder).get(waits).status_code == 404
        clear_sessions()
    assert not Kept.objects.exists()


def test_one_can_throw_it_away(waits, as_user, holder):
    assert as_user(holder).post(waits)["Location"] == "/day/"
    assert not Kept.objects.exists()


def test_nothing_is_written_before_it_is_sent_again(waits, log, holder):
    with acting(holder.pk, Role.STAFF):
        assert not Entry.objects.exists()


def test_who_logged_out_leaves_nothing_behind(as_user, holder, page, typed):
    client = as_user(holder)
    key = client.cookies["session"].value
    client.post("/logout/")
    client.cookies["session"] = key

    answer = client.post(page, typed)

    assert "/kept/" not in answer["Location"]
    assert not Kept.objects.exists()


def test_somebody_unknown_can_leave_nothing(page, typed):
    stranger = Client()
    stranger.cookies["session"] = "x" * 43
    assert "/kept/" not in stranger.post(page, typed)["Location"]
    assert not Kept.objects.exists()


def test_another_site_cannot_leave_something_in_ones_name(holder, page, typed):
    client = Client(enforce_csrf_checks=True)
    client.force_login(holder)
    assert sent_too_late(client, page, typed).status_code == 403
    assert not Kept.objects.exists()


def test_a_file_is_not_kept_and_that_is_said(as_user, holder, page, typed):
    file = SimpleUploadedFile("bilde.png", b"\x89PNG secret bytes")
    answer = sent_too_late(as_user(holder), page, typed | {"file": file})
    waits = answer["Location"].removeprefix("/login/?next=")

    assert "Filer blir ikke tatt vare på" in as_user(holder).get(waits).text


@pytest.mark.parametrize("header", ["HX-Request", "X-Autosave"])
def test_what_a_script_sends_stays_in_its_own_page(
    as_user, holder, page, typed, header
):
    client = as_user(holder)
    with clock.at(clock.now() + LATER):
        answer = client.post(page, typed, headers={header: "true"})
    assert answer.status_code == 401
    assert not Kept.objects.exists()


def test_the_key_stays_in_the_browser_when_it_has_run_out(as_user, holder, page, typed):
    """A page that asked by itself has not made us forget whose text it is."""
    client = as_user(holder)
    with clock.at(clock.now() + LATER):
        client.get("/session/", headers={"X-Background": "1"})
        assert "/kept/" in client.post(page, typed)["Location"]


def test_odd_characters_come_through(as_user, holder, page, typed):
    odd = "\n<b>æøå</b> & \"sitat\" 'x' </textarea><script>"
    answer = sent_too_late(as_user(holder), page, typed | {"text": odd})
    waits = answer["Location"].removeprefix("/login/?next=")

    shown = as_user(holder).get(waits).text

    assert "<script>" not in shown.replace("<script src", "")
    assert "&lt;/textarea&gt;" in shown


def test_what_one_at_home_wrote_is_kept_for_them_alone(
    as_family, guardian, father, nora, noras_log
):
    page = reverse("ask-correction", args=[nora.pk])
    typed = {"once": "22222222-2222-4222-8222-222222222222", "text": TEXT}
    answer = sent_too_late(as_family(guardian), page, typed)
    waits = answer["Location"].removeprefix("/login/?next=")

    assert waits.startswith("/kept/")
    assert "Hun bygde et tårn." in as_family(guardian).get(waits).text
    assert as_family(father).get(waits).status_code == 404
    assert as_family(guardian).post(page, typed)["Location"].startswith("/family/")
