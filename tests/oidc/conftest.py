"""The rogue provider, twice: one that families use, one of a municipality's staff."""

import pytest

from laget.accounts.oidc import metadata
from laget.accounts.oidc.providers import Provider
from tests.oidc.rogue import CLIENT, SECRET, Rogue
from tests.oidc.visitor import Visitor

LEVELS = {"idporten-loa-substantial": "substantial", "idporten-loa-high": "high"}


def names(name):
    return {"nb": name, "nn": name, "en": name}


@pytest.fixture
def rogue():
    """Genuine, until a test turns a knob."""
    provider = Rogue()
    yield provider
    provider.stop()


@pytest.fixture
def other_rogue():
    provider = Rogue()
    yield provider
    provider.stop()


@pytest.fixture
def families(rogue, settings):
    """It stands in for ID-porten."""
    provider = Provider(
        key="rogue",
        name=names("ID-porten"),
        audience="families",
        issuer=rogue.issuer,
        client_id=CLIENT,
        secret=SECRET,
        levels=LEVELS,
        number_claim="pid",
        algorithms=("RS256", "PS256", "ES256"),
    )
    settings.LOGIN_PROVIDERS = {"rogue": provider}
    metadata.forget()
    yield provider
    metadata.forget()


@pytest.fixture
def staff(other_rogue, settings, families):
    """It stands in for Entra ID, and is trusted by Bygdevik."""
    provider = Provider(
        key="entra",
        name=names("Entra ID"),
        audience="staff",
        issuer=other_rogue.issuer,
        client_id=CLIENT,
        secret=SECRET,
        username_claim="preferred_username",
        municipalities=("bygdevik",),
        longest=8 * 60 * 60,
    )
    settings.LOGIN_PROVIDERS = {"rogue": families, "entra": provider}
    return provider


@pytest.fixture
def visitor(db, families):
    somebody = Visitor()
    yield somebody
    somebody.close()


@pytest.fixture
def another(db, families):
    """Somebody else, at another machine."""
    somebody = Visitor()
    yield somebody
    somebody.close()
