"""Logging out: here, at the provider, and when the provider says so."""

import pytest
from django.test import Client

from laget.accounts.models import Session
from tests.oidc.rogue import CLIENT, LOGOUT_EVENT, OTHER_KEY

pytestmark = pytest.mark.django_db
FRONT, BACK = "/logout/rogue/front/", "/logout/rogue/back/"


@pytest.fixture
def inside(visitor):
    visitor.log_in()
    assert visitor.client.get("/sessions/").status_code == 200
    return visitor


def is_out(visitor):
    return visitor.client.get("/sessions/").status_code == 302


def sid_of(visitor):
    return visitor.session["sid"]


def test_logging_out_goes_on_to_the_providers_own_log_out(inside, rogue):
    token = inside.session["id_token"]

    answer = inside.client.post("/logout/")

    assert f'action="{rogue.issuer}/logout"' in answer.text
    assert f'name="id_token_hint" value="{token}"' in answer.text
    assert "http://testserver/logged-out/" in answer.text
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "no-store" in answer["Cache-Control"]
    assert is_out(inside)


def test_when_the_provider_is_away_one_is_logged_out_here(inside, rogue):
    from laget.accounts.oidc import metadata

    metadata.forget()
    rogue.stop()

    answer = inside.client.post("/logout/")

    assert answer["Location"] == "/logged-out/"
    assert is_out(inside)


def test_the_same_key_opens_nothing_after_logging_out(inside):
    key = inside.client.cookies["session"].value
    inside.client.post("/logout/")
    inside.client.cookies["session"] = key
    assert is_out(inside)


def test_logging_out_is_a_deed_that_no_link_can_do(inside):
    assert inside.client.get("/logout/").status_code == 405
    assert not is_out(inside)


def test_the_front_channel_ends_it_without_any_cookie(inside, rogue):
    answer = Client().get(FRONT, {"iss": rogue.issuer, "sid": sid_of(inside)})

    assert answer.status_code == 200
    assert is_out(inside)


def test_only_the_provider_may_show_the_front_channel_in_a_frame(inside, rogue):
    answer = Client().get(FRONT, {"iss": rogue.issuer, "sid": "x"})
    elsewhere = Client().get("/login/")

    policy = answer["Content-Security-Policy"]
    assert f"frame-ancestors {rogue.issuer};" in policy + ";"
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors 'none'" in elsewhere["Content-Security-Policy"]
    assert elsewhere["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "asked",
    [{}, {"sid": "x"}, {"iss": "https://elsewhere.invalid", "sid": "x"}],
    ids=str,
)
def test_the_front_channel_takes_no_other_issuer(inside, asked):
    said = asked | ({"sid": sid_of(inside)} if "sid" in asked else {})
    assert Client().get(FRONT, said).status_code == 400
    assert not is_out(inside)


def test_another_sid_ends_nothing(inside, rogue):
    Client().get(FRONT, {"iss": rogue.issuer, "sid": "another"})
    assert not is_out(inside)


def test_the_back_channel_ends_it_without_any_cookie(inside, rogue):
    token = rogue.logout_token(sid=sid_of(inside))

    answer = Client().post(BACK, {"logout_token": token})

    assert answer.status_code == 200
    assert is_out(inside)


def test_the_back_channel_by_person_ends_all_of_theirs(inside, another, rogue):
    another.log_in()
    token = rogue.logout_token(sub="subject-1")

    Client().post(BACK, {"logout_token": token})

    assert is_out(inside) and is_out(another)


def test_the_back_channel_ends_nobody_elses(inside, another, rogue):
    rogue.knobs.sub, rogue.knobs.pid = "subject-2", "15828810038"
    another.log_in()

    Client().post(BACK, {"logout_token": rogue.logout_token(sid=sid_of(inside))})

    assert is_out(inside) and not is_out(another)


FALSE = {
    "no event": {"events": None},
    "another event": {"events": {"http://elsewhere": {}}},
    "an event that is no object": {"events": {LOGOUT_EVENT: True}},
    "a nonce": {"nonce": "x"},
    "no jti": {"jti": None},
    "no sid and no sub": {"sid": None},
    "another issuer": {"iss": "https://elsewhere.invalid"},
    "another audience": {"aud": "another"},
    "expired": {"exp": 1},
    "no exp": {"exp": None},
    "no iat": {"iat": None},
}


@pytest.mark.parametrize("changes", FALSE.values(), ids=FALSE)
def test_a_false_log_out_ends_nothing(changes, inside, rogue):
    token = rogue.logout_token(**({"sid": sid_of(inside)} | changes))

    assert Client().post(BACK, {"logout_token": token}).status_code == 400
    assert not is_out(inside)


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_log_out_that_nobody_signed_ends_nothing(algorithm, inside, rogue):
    rogue.knobs.algorithm = algorithm
    token = rogue.logout_token(sid=sid_of(inside))
    assert Client().post(BACK, {"logout_token": token}).status_code == 400
    assert not is_out(inside)


def test_a_log_out_signed_by_another_ends_nothing(inside, rogue):
    rogue.knobs.key = OTHER_KEY
    token = rogue.logout_token(sid=sid_of(inside))
    assert Client().post(BACK, {"logout_token": token}).status_code == 400
    assert not is_out(inside)


def test_an_id_token_is_no_log_out(inside):
    token = inside.session["id_token"]
    assert Client().post(BACK, {"logout_token": token}).status_code == 400
    assert not is_out(inside)


def test_a_log_out_counts_once(visitor, rogue):
    visitor.log_in()
    token = rogue.logout_token(sid=sid_of(visitor))
    assert Client().post(BACK, {"logout_token": token}).status_code == 200
    visitor.log_in()  # the same sid at the provider

    assert Client().post(BACK, {"logout_token": token}).status_code == 400
    assert not is_out(visitor)


def test_the_back_channel_answers_no_get_and_no_empty_post(visitor):
    assert visitor.client.get(BACK).status_code == 405
    assert visitor.client.post(BACK).status_code == 400


def test_what_an_ended_session_held_is_gone(inside):
    inside.client.post("/logout/")
    assert not Session.objects.exclude(ended_at=None).exclude(data=None).exists()


def test_our_name_at_the_provider_goes_with_the_log_out(inside):
    assert f'name="client_id" value="{CLIENT}"' in inside.client.post("/logout/").text
