"""What a provider says of itself and its keys: fetched now and then, kept a day.

Each process remembers for itself. When the provider's own host is down, the last keys
are used for at most 24 hours.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from laget.accounts.oidc.network import fetch
from laget.accounts.oidc.providers import Provider
from laget.accounts.oidc.refusals import NotLetIn, Why
from laget.kernel import clock

FRESH, LAST = timedelta(hours=1), timedelta(hours=24)
PATIENCE = timedelta(seconds=10)  # between two looks for a key that nobody knows
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
ENDPOINTS = (
    *NEEDED,
    *("end_session_endpoint", "pushed_authorization_request_endpoint"),
)
DISCOVERY = ".well-known/openid-configuration"


@dataclass
class Remembered:
    """What was fetched, and when."""

    what: dict[str, Any]
    at: datetime


_remembered: dict[tuple[str, str], Remembered] = {}
_asked: dict[str, datetime] = {}
_lock = Lock()


def about(provider: Provider) -> dict[str, Any]:
    """Its endpoints. Raises NotLetIn when it is away, or speaks for another issuer."""
    address = f"{provider.issuer.rstrip('/')}/{DISCOVERY}"

    def look() -> dict[str, Any]:
        found = fetch(provider, address)
        _must_be_its_own(provider, found)
        return found

    return _remember(provider, "metadata", look)


def keys(provider: Provider) -> list[dict[str, Any]]:
    """The public keys it signs with now, as it publishes them."""
    return _listed(_remember(provider, "keys", lambda: _fetch_keys(provider)))


def keys_again(provider: Provider) -> list[dict[str, Any]]:
    """Look once more, for a key that is not among them; not again within seconds."""
    now = clock.now()
    with _lock:
        asked = _asked.get(provider.issuer)
        if asked and abs(now - asked) < PATIENCE:
            return []
        _asked[provider.issuer] = now
    found = _fetch_keys(provider)
    _remembered[provider.issuer, "keys"] = Remembered(found, now)
    return _listed(found)


def forget() -> None:
    """Nothing is remembered any more; for tests, and when the file has changed."""
    _remembered.clear()
    _asked.clear()


def _remember(
    provider: Provider, what: str, look: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    now, place = clock.now(), (provider.issuer, what)
    known = _remembered.get(place)
    if known and now - known.at < FRESH:
        return known.what
    try:
        found = look()
    except NotLetIn as away:
        if known and away.why is Why.AWAY and now - known.at < LAST:
            return known.what
        raise
    _remembered[place] = Remembered(found, now)
    return found


def _fetch_keys(provider: Provider) -> dict[str, Any]:
    return fetch(provider, about(provider)["jwks_uri"])


def _listed(found: dict[str, Any]) -> list[dict[str, Any]]:
    listed = found.get("keys")
    if not isinstance(listed, list):
        return []
    return [key for key in listed if isinstance(key, dict)]


def _must_be_its_own(provider: Provider, found: dict[str, Any]) -> None:
    if found.get("issuer") != provider.issuer:
        raise NotLetIn(Why.UNTRUE, "metadata of another issuer")
    lacking = [name for name in NEEDED if not isinstance(found.get(name), str)]
    named = [found[name] for name in ENDPOINTS if found.get(name)]
    if lacking or not all(provider.is_at_home(str(url)) for url in named):
        raise NotLetIn(Why.UNTRUE, "metadata with endpoints elsewhere, or without")
