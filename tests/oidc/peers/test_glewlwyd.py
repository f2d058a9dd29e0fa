"""Against Debian's glewlwyd, written in another language by other people.

It has no `acr`, so the provider here has no levels: such a log-in opens nothing that is
about a child.
"""

import subprocess
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from laget.accounts.models import Identity, User
from laget.accounts.oidc.providers import Provider
from tests.oidc.conftest import names
from tests.oidc.peers import glewlwyd
from tests.oidc.peers.conftest import free_port, running
from tests.oidc.rogue import CLIENT, PID, SECRET

pytestmark = pytest.mark.django_db
BACK, OUT = "http://testserver/login/peer/callback/", "http://testserver/logged-out/"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    port = free_port()
    command = glewlwyd.prepare(tmp_path_factory.mktemp("glewlwyd"), port)
    found = f"http://127.0.0.1:{port}"
    with running(command, f"{found}/config/", stderr=subprocess.DEVNULL):
        glewlwyd.set_up(found, BACK, OUT)
        yield found


@pytest.fixture(autouse=True)
def provider(address, settings):
    found = Provider(
        key="peer",
        name=names("glewlwyd"),
        audience="families",
        issuer=f"{address}/api/oidc",
        client_id=CLIENT,
        secret=SECRET,
        number_claim="pid",
    )
    settings.LOGIN_PROVIDERS = {"peer": found}
    return found


@pytest.fixture
def known(visitor, address):
    """Somebody who is logged in there, and does not stop at its page."""
    glewlwyd.log_in(visitor.there, address)
    there = visitor.at_provider
    visitor.at_provider = lambda url: there(f"{url}&g_continue")
    return visitor


def test_somebody_is_let_in(known):
    assert known.log_in("peer").status_code == 302
    assert User.objects.exclude(nin_index="").get().number == PID
    assert Identity.objects.get().subject != "somebody"  # a name for us alone
    assert (known.session["kind"], known.session["level"]) == ("person", "")


def test_what_we_ask_is_pushed(known):
    sent = known.go_to_provider("peer")["Location"]
    assert set(parse_qs(urlsplit(sent).query)) == {"client_id", "request_uri"}


def test_it_refuses_another_verifier(known):
    url = known.at_provider(known.go_to_provider("peer")["Location"])
    session = known.session
    (state,) = session["attempts"]
    session["attempts"][state]["verifier"] = "x" * 64
    session.save()

    assert known.come_back(url).status_code in {400, 503}
    assert not known.is_logged_in


def test_it_refuses_another_secret(known, provider, settings):
    url = known.at_provider(known.go_to_provider("peer")["Location"])
    wrong = replace(provider, secret="another-secret-altogether")
    settings.LOGIN_PROVIDERS = {"peer": wrong}

    assert known.come_back(url).status_code in {400, 503}
    assert not known.is_logged_in


def test_a_code_counts_once(known):
    url = known.at_provider(known.go_to_provider("peer")["Location"])
    known.come_back(url)
    code = parse_qs(urlsplit(url).query)["code"][0]
    known.client.post("/logout/")
    other = known.at_provider(known.go_to_provider("peer")["Location"])
    state = parse_qs(urlsplit(other).query)["state"][0]

    back = {"code": code, "state": state}
    assert known.client.get("/login/peer/callback/", back).status_code in {400, 503}
    assert not known.is_logged_in


def test_logging_out_leads_to_its_own_log_out(known, address):
    known.log_in("peer")
    assert f'action="{address}/api/oidc/end_session"' in (
        known.client.post("/logout/").text
    )
