"""Going to the provider and coming back: OpenID Connect's code flow, through Authlib.

PKCE with S256, `state` and `nonce` each time. What we must remember meanwhile lies in
the visitor's own session on our side; the browser carries the two random words only.
"""

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from authlib.common.security import generate_token

from laget.accounts.oidc import metadata, tokens
from laget.accounts.oidc.network import FAILURES, Careful
from laget.accounts.oidc.providers import Provider
from laget.accounts.oidc.refusals import NotLetIn, Why
from laget.kernel import clock, identity

VERIFIER = 64  # characters; 43 to 128 are allowed
NEWLY = 600  # seconds: how old a log-in may be that counts as new
SECOND = "en"  # for who reads a language that the provider does not speak
PUSHED = "pushed_authorization_request_endpoint"


@dataclass(frozen=True)
class Vouched:
    """What a provider has told us about somebody, checked."""

    provider: Provider
    subject: str
    level: str
    auth_time: int
    sid: str
    number: str
    username: str
    name: str
    id_token: str

    @property
    def is_strong_enough(self) -> bool:
        """Where a provider has levels, an `acr` that is not one of them is none."""
        return bool(self.level) or not self.provider.levels


def begin(
    provider: Provider,
    back: str,
    *,
    language: str = "",
    level: str = "",
    anew: bool = False,
) -> tuple[str, str, dict[str, Any]]:
    """Where to send the browser, the state, and what to remember until it is back.

    `anew` asks for a log-in even of somebody who is logged in there already. Raises
    NotLetIn when the provider cannot be reached.
    """
    about = metadata.about(provider)
    state, nonce = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    verifier = generate_token(VERIFIER)
    asked = {"nonce": nonce, "redirect_uri": back}
    spoken = [each for each in (language, SECOND) if each in provider.ui_locales]
    if spoken:
        asked["ui_locales"] = spoken[0]
    if provider.levels:
        asked["acr_values"] = " ".join(provider.asked_for(level))
    if anew:
        asked |= {"prompt": "login", "max_age": str(NEWLY)}
    with Careful(provider) as client:
        url, _ = client.create_authorization_url(
            about["authorization_endpoint"], state, verifier, **asked
        )
        if PUSHED in about:
            url = _pushed(client, about, url)
    begun = int(clock.now().timestamp())
    told = {"provider": provider.key, "nonce": nonce, "verifier": verifier}
    return url, state, {**told, "back": back, "anew": anew, "at": begun}


def finish(
    provider: Provider, attempt: dict[str, Any], code: str, issuer: str
) -> Vouched:
    """Change the code for a token, and read it. Raises NotLetIn unless all holds."""
    about = metadata.about(provider)
    if issuer != provider.issuer and (
        issuer or about.get("authorization_response_iss_parameter_supported")
    ):
        raise NotLetIn(Why.UNTRUE, "answer of another issuer")
    answer = _exchange(provider, about["token_endpoint"], attempt, code)
    token = str(answer.get("id_token", ""))
    claims = tokens.id_token(
        provider,
        token,
        nonce=attempt["nonce"],
        access_token=str(answer.get("access_token", "")),
        max_age=NEWLY if attempt["anew"] else None,
    )
    return _vouched(provider, claims, token)


def _exchange(
    provider: Provider, url: str, attempt: dict[str, Any], code: str
) -> dict[str, Any]:
    try:
        with Careful(provider) as client:
            answer = client.fetch_token(
                url,
                grant_type="authorization_code",
                code=code,
                code_verifier=attempt["verifier"],
                redirect_uri=attempt["back"],
            )
    except FAILURES as error:
        refused = getattr(error, "error", "")  # the provider itself says no
        why = Why.AGAIN if refused == "invalid_grant" else Why.AWAY
        raise NotLetIn(why, type(error).__name__) from error
    return dict(answer)


def _pushed(client: Careful, about: dict[str, Any], url: str) -> str:
    """Tell the provider behind the browser's back what we ask; it gives a reference."""
    try:
        answer = client.post(
            about[PUSHED],
            data=dict(parse_qsl(urlsplit(url).query)),
            auth=client.client_auth(client.token_endpoint_auth_method),
        )
        answer.raise_for_status()
        reference = str(answer.json()["request_uri"])
    except (*FAILURES, KeyError, TypeError) as error:
        raise NotLetIn(Why.AWAY, f"pushed: {type(error).__name__}") from error
    said = {"client_id": client.client_id, "request_uri": reference}
    return f"{about['authorization_endpoint']}?{urlencode(said)}"


def _vouched(provider: Provider, claims: dict[str, Any], token: str) -> Vouched:
    """Only what we use; the level is what this provider's `acr` is worth to us."""
    now = int(clock.now().timestamp())
    told = claims.get("auth_time", 0)
    number = _text(claims, provider.number_claim, 20)
    if number and not identity.is_valid(number):
        raise NotLetIn(Why.UNTRUE, "number")
    return Vouched(
        provider=provider,
        subject=claims["sub"],
        level=provider.levels.get(str(claims.get("acr")), ""),
        auth_time=min(int(told), now) if isinstance(told, int | float) else 0,
        sid=_text(claims, "sid", tokens.LONGEST_NAME),
        number=number,
        username=_text(claims, provider.username_claim, 150),
        name=_text(claims, "name", 200),
        id_token=token,
    )


def _text(claims: dict[str, Any], name: str, longest: int) -> str:
    value = claims.get(name) if name else None
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > longest or "\x00" in value:
        raise NotLetIn(Why.UNTRUE, name)
    return value
