"""An account that is closed is closed at once, wherever its owner is logged in."""

import io
import sys

import pytest
from django.core.management import CommandError, call_command

from laget.accounts.models import Identity, User
from tests.committing import as_owner, db  # noqa: F401
from tests.oidc.rogue import OTHER_PID, PID


@pytest.fixture
def inside(visitor):
    visitor.log_in()
    yield visitor
    for table in ("kept", "spenttoken", "session", "identity"):
        as_owner(f"DELETE FROM accounts_{table}")
    as_owner("DELETE FROM accounts_user WHERE nin_index <> ''")


def opens(visitor):
    return visitor.client.get("/sessions/").status_code == 200


def account(monkeypatch, whose, deed, said=""):
    """As whoever runs the installation says it, with the owner's connection."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(said))
    owned = User.objects.db_manager("owner")
    monkeypatch.setattr(User, "objects", owned)
    call_command("account", whose, deed)


def close(is_active):
    as_owner("UPDATE accounts_user SET is_active = %s WHERE nin_index <> ''", is_active)


def test_the_next_request_is_refused_and_so_is_logging_in(inside):
    assert opens(inside)

    close(False)

    assert not opens(inside)
    answer = inside.log_in()
    assert answer.status_code == 403
    assert "Denne kontoen er stengt" in answer.text
    close(True)
    assert inside.log_in().status_code == 302


def test_what_is_no_number_is_refused(inside, monkeypatch):
    with pytest.raises(CommandError):
        account(monkeypatch, "-", "close", "12345678901\n")
    assert opens(inside)


def test_nobodys_account_is_refused(inside, monkeypatch):
    for whose, said in [("nobody", ""), ("-", f"{OTHER_PID}\n")]:
        with pytest.raises(CommandError):
            account(monkeypatch, whose, "close", said)
    assert Identity.objects.exists() and PID
