"""Against npm's oidc-provider, which follows the standards to the letter."""

import subprocess
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from laget.accounts.models import User
from laget.accounts.oidc.providers import Provider
from laget.launcher import peers
from tests.oidc.conftest import LEVELS, names
from tests.oidc.peers.conftest import free_port, running
from tests.oidc.rogue import CLIENT, PID, SECRET

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def issuer(letterbox):
    port = free_port()
    command = ["node", "server.mjs", str(port), "http://testserver", letterbox.url]
    address = f"http://127.0.0.1:{port}"
    quiet = {"cwd": peers.READY, "stderr": subprocess.DEVNULL}
    with running(command, f"{address}/jwks", **quiet):
        yield address


@pytest.fixture(autouse=True)
def provider(issuer, settings):
    found = Provider(
        key="peer",
        name=names("oidc-provider"),
        audience="families",
        issuer=issuer,
        client_id=CLIENT,
        secret=SECRET,
        levels=LEVELS,
        number_claim="pid",
    )
    settings.LOGIN_PROVIDERS = {"peer": found}
    return found


def test_somebody_is_let_in(visitor):
    answer = visitor.log_in("peer")

    assert answer.status_code == 302
    assert visitor.session["level"] == "high"
    assert visitor.session["sid"]
    assert User.objects.exclude(nin_index="").get().number == PID


def test_what_we_ask_is_pushed(visitor):
    sent = visitor.go_to_provider("peer")["Location"]
    assert set(parse_qs(urlsplit(sent).query)) == {"client_id", "request_uri"}


def test_a_code_counts_once(visitor):
    url = visitor.at_provider(visitor.go_to_provider("peer")["Location"])
    visitor.come_back(url)
    code = parse_qs(urlsplit(url).query)["code"][0]
    other = visitor.at_provider(visitor.go_to_provider("peer")["Location"])
    state = parse_qs(urlsplit(other).query)["state"][0]
    back = {"code": code, "state": state, "iss": visitor_issuer(other)}

    assert visitor.client.get("/login/peer/callback/", back).status_code == 400


def test_it_refuses_another_verifier(visitor):
    url = visitor.at_provider(visitor.go_to_provider("peer")["Location"])
    session = visitor.session
    (state,) = session["attempts"]
    session["attempts"][state]["verifier"] = "x" * 64
    session.save()

    assert visitor.come_back(url).status_code == 400
    assert not visitor.is_logged_in


def test_it_refuses_another_secret(visitor, provider, settings):
    url = visitor.at_provider(visitor.go_to_provider("peer")["Location"])
    wrong = replace(provider, secret="another-secret-altogether")
    settings.LOGIN_PROVIDERS = {"peer": wrong}

    assert visitor.come_back(url).status_code == 503
    assert not visitor.is_logged_in


def test_asked_anew_it_says_when(visitor):
    visitor.log_in("peer")
    before = visitor.session["auth_time"]

    assert visitor.log_in("peer", again="1").status_code == 302
    assert visitor.session["auth_time"] >= before


def test_logging_out_there_ends_it_here_behind_the_browsers_back(
    visitor, issuer, letterbox
):
    visitor.log_in("peer")
    hint, sid = visitor.session["id_token"], visitor.session["sid"]
    form = visitor.there.get(
        f"{issuer}/session/end", params={"id_token_hint": hint}, timeout=5
    ).text
    xsrf = form.split('name="xsrf" value="')[1].split('"')[0]
    confirmed = {"xsrf": xsrf, "logout": "yes"}
    visitor.there.post(f"{issuer}/session/end/confirm", data=confirmed, timeout=5)
    (told,) = letterbox.posted

    answer = Client().post("/logout/peer/back/", told)

    assert answer.status_code == 200
    assert sid and not visitor.is_logged_in
    assert Client().post("/logout/peer/back/", told).status_code == 400  # once


def visitor_issuer(url):
    return parse_qs(urlsplit(url).query)["iss"][0]
