"""Is the token genuine, for us, for this log-in, and strong enough?

Authlib checks first. Everything that matters is then checked here once more: a library
may change its mind, and some libraries accept what they should not (tests/oidc).
"""

import binascii
import hmac
import json
from base64 import urlsafe_b64decode
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from laget.accounts.oidc import metadata
from laget.accounts.oidc.providers import Provider
from laget.accounts.oidc.refusals import NotLetIn, Why
from laget.kernel import clock

LEEWAY = 60  # seconds that two clocks may differ
LONGEST = 16 * 1024  # characters of a token
LONGEST_CLAIM = 4096
LONGEST_NAME = 255  # sub, sid, jti: what we write down
KINDS: dict[str, Any] = {"RSA": RSAKey, "EC": ECKey}
EVENT = "http://schemas.openid.net/event/backchannel-logout"
LOGOUT_TYPES = {"", "logout+jwt", "application/logout+jwt", "jwt"}


def id_token(
    provider: Provider,
    token: str,
    *,
    nonce: str,
    access_token: str = "",
    max_age: int | None = None,
) -> dict[str, Any]:
    """The claims of a genuine token for this very log-in; else raises NotLetIn."""
    header, claims = _opened(provider, token)
    options = {"iss": {"value": provider.issuer}, "aud": {"value": provider.client_id}}
    params = {"nonce": nonce, "client_id": provider.client_id, "max_age": max_age}
    params |= {"access_token": access_token}
    now = _now()
    try:
        CodeIDToken(claims, header, options, params).validate(now, LEEWAY)
    except (JoseError, ValueError, TypeError) as error:
        raise _untrue(type(error).__name__) from error
    _is_for_us(provider, claims)
    _is_of_now(claims, now)
    _name(claims, "sub")
    if not _same(claims.get("nonce"), nonce):
        raise _untrue("nonce")
    _is_newly_logged_in(claims, now, max_age)
    return claims


def logout_token(provider: Provider, token: str) -> dict[str, Any]:
    """The claims of "this session has ended"; else raises NotLetIn.

    OpenID Connect Back-Channel Logout 1.0, section 2.6.
    """
    header, claims = _opened(provider, token)
    _is_for_us(provider, claims)
    _is_of_now(claims, _now())
    _name(claims, "jti")
    named = [claim for claim in ("sid", "sub") if claim in claims]
    for claim in named:
        _name(claims, claim)
    events = claims.get("events")
    said = isinstance(events, dict) and isinstance(events.get(EVENT), dict)
    kind = str(header.get("typ", "")).lower()
    if not said or not named or "nonce" in claims or kind not in LOGOUT_TYPES:
        raise _untrue("not a log-out")
    return claims


def _opened(provider: Provider, token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and claims, when one of the provider's own keys has signed them.

    The header names the key and nothing else: no key is taken from it (`jwk`), and none
    fetched from where it says (`jku`, `x5u`).
    """
    header = _header(token)
    algorithm = header.get("alg")
    if algorithm not in provider.algorithms or "crit" in header:
        raise _untrue("algorithm")
    key = _key(provider, str(algorithm), header.get("kid"))
    try:
        opened = jwt.decode(token, key, algorithms=[str(algorithm)])
    except (JoseError, ValueError) as error:
        raise _untrue(type(error).__name__) from error
    claims = dict(opened.claims)
    if any(_size(value) > LONGEST_CLAIM for value in claims.values()):
        raise _untrue("claims too long")
    return header, claims


def _header(token: str) -> dict[str, Any]:
    if not isinstance(token, str) or len(token) > LONGEST or token.count(".") != 2:
        raise _untrue("no token")
    first = token.split(".")[0]
    try:
        header = json.loads(urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (ValueError, binascii.Error) as error:
        raise _untrue("header") from error
    if not isinstance(header, dict):
        raise _untrue("header")
    return header


def _key(provider: Provider, algorithm: str, kid: object) -> Any:
    """The one key it can be; looked for once more when its name is new."""
    found = _fitting(metadata.keys(provider), algorithm, kid)
    if not found and kid:
        found = _fitting(metadata.keys_again(provider), algorithm, kid)
    if len(found) != 1:
        raise _untrue("unknown key")
    try:
        return KINDS[found[0]["kty"]].import_key(found[0])
    except (JoseError, ValueError, TypeError) as error:
        raise _untrue("unusable key") from error


def _fitting(
    keys: list[dict[str, Any]], algorithm: str, kid: object
) -> list[dict[str, Any]]:
    kind = "EC" if algorithm.startswith("ES") else "RSA"
    return [
        key
        for key in keys
        if key.get("kty") == kind
        and key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and (not kid or key.get("kid") == kid)
    ]


def _is_for_us(provider: Provider, claims: dict[str, Any]) -> None:
    """From this issuer, to us; and when to others too, made out to us."""
    if claims.get("iss") != provider.issuer:
        raise _untrue("issuer")
    said = claims.get("aud")
    audience = said if isinstance(said, list) else [said]
    if provider.client_id not in audience:
        raise _untrue("audience")
    party = claims.get("azp")
    if party != provider.client_id and (party is not None or len(audience) > 1):
        raise _untrue("authorized party")


def _is_of_now(claims: dict[str, Any], now: int) -> None:
    expires, issued = _moment(claims, "exp"), _moment(claims, "iat")
    if now > expires + LEEWAY or issued > now + LEEWAY:
        raise _untrue("time")
    if "nbf" in claims and _moment(claims, "nbf") > now + LEEWAY:
        raise _untrue("time")


def _is_newly_logged_in(claims: dict[str, Any], now: int, max_age: int | None) -> None:
    if max_age is None:
        return
    if "auth_time" not in claims:
        raise NotLetIn(Why.OLD, "no auth_time")
    if now - _moment(claims, "auth_time") > max_age + LEEWAY:
        raise NotLetIn(Why.OLD, "auth_time")


def _moment(claims: dict[str, Any], name: str) -> int:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _untrue(name)
    return int(value)


def _name(claims: dict[str, Any], name: str) -> None:
    value = claims.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_NAME:
        raise _untrue(name)


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str) else len(json.dumps(value))


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and hmac.compare_digest(one.encode(), other.encode())


def _now() -> int:
    return int(clock.now().timestamp())


def _untrue(detail: str) -> NotLetIn:
    return NotLetIn(Why.UNTRUE, detail)
