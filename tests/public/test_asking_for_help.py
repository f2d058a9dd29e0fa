"""I need help: short and kind, for anyone; nothing typed is lost or shown back."""

from html import unescape
from uuid import uuid4

import pytest
from django.test import Client

from laget.intake import asking
from laget.intake.models import HelpRequest
from laget.kernel.acting import acting
from laget.messaging.words import WORDS
from laget.public.asking import views
from tests.cast import STAFF
from tests.intake.requests import request_of
from tests.proof.forms import forms_of

URL = "/bygdevik/help/"
TOLD = {"words": "Jeg er redd hjemme.", "for_whom": "me", "reach": "calls_back"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def anyone():
    return Client()


def send(client, **told):
    return client.post(URL, {"once": str(uuid4())} | TOLD | told)


def kept(person):
    with acting(person.pk, STAFF):
        return list(HelpRequest.objects.all())


def text_of(response):
    return unescape(response.content.decode())


def test_anyone_may_ask_and_hears_by_when(anyone, triage, bygdevik):
    response = send(anyone)
    (request,) = kept(triage)
    assert response.status_code == 200
    assert request.words == "Jeg er redd hjemme." and request.municipality == bygdevik
    assert request.code in text_of(response)


def test_the_receipt_shows_nothing_of_what_was_written(anyone):
    told = {
        "words": "qxzord",
        "name": "qxznavn",
        "phone": "90000000",
        "email": "q@x.no",
    }
    body = text_of(send(anyone, **told))
    assert not [word for word in told.values() if word in body]


def test_neither_session_nor_address_tells_that_one_asked(anyone):
    response = send(anyone)
    assert "Location" not in response and "session" not in anyone.cookies
    assert response["Cache-Control"] == "no-store"
    assert "Jeg er redd" not in anyone.get(URL).content.decode()


def test_pressed_twice_it_is_one_request(anyone, triage):
    once = {"once": str(uuid4())}
    first, again = send(anyone, **once), send(anyone, **once)
    assert len(kept(triage)) == 1
    code = kept(triage)[0].code
    assert code in text_of(first) and code in text_of(again)


@pytest.mark.parametrize("status", [200, 422, "receipt", 429])
def test_the_numbers_to_call_stand_first_always(anyone, status, monkeypatch):
    if status == 429:
        monkeypatch.setattr(asking, "AN_HOUR", 0)
    response = anyone.get(URL) if status == 200 else send(anyone)
    if status == 422:
        response = send(anyone, reach="")
    body = text_of(response)
    assert response.status_code == (200 if status == "receipt" else status)
    assert body.index('href="tel:') < body.index("<h1")
    for number in ("112", "113", "116111"):
        assert f"tel:{number}" in body


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": " \u200b "}, "words"),
        ({"words": "a" * 10_001}, "words"),
        ({"for_whom": "qxz"}, "for_whom"),
        ({"reach": "phone"}, "phone"),
        ({"reach": "text", "phone": "ring"}, "phone"),
        ({"reach": "email"}, "email"),
        ({"reach": "email", "email": "ikke en adresse"}, "email"),
        ({"web_page": "https://spam.example"}, "web_page"),
        ({"age": "7 og et halvt"}, "age"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(anyone, triage, wrong, field):
    typed = {"name": "Qxz Navn", "when": "etter skolen", "language": "tigrinja"}
    response = send(anyone, **typed | wrong)
    body = text_of(response)
    assert response.status_code == 422
    assert kept(triage) == []
    for words in [*typed.values(), wrong.get("words", TOLD["words"]).strip(" \u200b")]:
        assert words in body
    form = forms_of("help", "anyone", URL, response.content.decode())[-1]
    assert field in form.fields and 'aria-invalid="true"' in body


@pytest.mark.parametrize(
    "words", ["👩‍👩‍👧‍👦 hjelp 🇳🇴", "a" * 10_000, "Å" * 3, "<b>x</b>"]
)
def test_all_kinds_of_words_are_kept_as_they_were_written(anyone, triage, words):
    assert send(anyone, words=words).status_code == 200
    assert [each.words for each in kept(triage)] == [words]


def test_too_many_at_once_are_asked_to_wait_and_keep_their_words(
    anyone, triage, monkeypatch
):
    monkeypatch.setattr(asking, "AN_HOUR", 1)
    send(anyone)
    response = send(anyone, words="Det haster litt.")
    assert response.status_code == 429
    assert "Det haster litt." in text_of(response)
    assert len(kept(triage)) == 1


def test_a_proxy_says_who_sends_and_the_sender_cannot(rf, settings):
    told = {"HTTP_X_FORWARDED_FOR": "198.51.100.9, 192.0.2.1"}
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", **told)
    settings.SECURE_PROXY_SSL_HEADER = None
    assert views.address_of(request) == "10.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert views.address_of(request) == "192.0.2.1"


def test_nobody_elses_municipality_and_none_that_is_not_in_use(anyone):
    assert anyone.get("/ingensteds/help/").status_code == 404
    assert anyone.get("/help/").status_code == 404


def test_a_young_person_and_a_parent_are_spoken_to_as_themselves(anyone):
    pages = {text_of(anyone.get(f"{URL}?for={who}")) for who in ("me", "my_child", "")}
    assert len(pages) == 3
    assert "checked" in text_of(anyone.get(f"{URL}?for=me"))


def test_the_page_is_the_same_for_who_is_logged_in_and_says_nobody(as_user, triage):
    response = send(as_user(triage))
    assert response.status_code == 200
    (request,) = kept(triage)
    with acting(triage.pk, STAFF):
        from laget.audit.models import History

        line = History.objects.get(row=request.pk)
    assert (line.actor, line.via) == (None, "help")


def test_what_triage_is_told_has_a_page(triage):
    assert WORDS["someone_asks_for_help"].about == "helprequest"
    assert request_of is not None
