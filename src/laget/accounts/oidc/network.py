"""Speaking to a provider: to its own hosts only, briefly, and believing little."""

import time
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from requests import RequestException, Response

from laget.accounts.oidc.providers import KEY_JWT, Provider
from laget.accounts.oidc.refusals import NotLetIn, Why

CONNECT, READ, IN_ALL = 2, 5, 8  # seconds
OUR_WORD = 60  # seconds; ID-porten takes at most 120
MOST = 512 * 1024  # bytes: the longest answer anybody needs
FAILURES = (RequestException, OAuthError, ValueError)


class Careful(OAuth2Session):  # type: ignore[misc] # it has no types
    """Authlib's client, which follows no redirect and takes no host from an answer."""

    def __init__(self, provider: Provider, **options: Any) -> None:
        super().__init__(
            provider.client_id,
            provider.secret,
            token_endpoint_auth_method=provider.auth,
            scope=" ".join(provider.scopes),
            code_challenge_method="S256",
            **options,
        )
        self.provider = provider
        self.trust_env = False  # no proxy, no .netrc, no other certificates
        if provider.auth == KEY_JWT:
            self.register_client_auth_method(_signer(provider))

    def request(
        self, method: str, url: str, withhold_token: bool = True, **options: Any
    ) -> Response:
        if not self.provider.is_at_home(url):
            raise NotLetIn(Why.AWAY, "an address outside the provider's own hosts")
        options |= {"timeout": (CONNECT, READ), "allow_redirects": False}
        answer = super().request(
            method, url, withhold_token=withhold_token, stream=True, **options
        )
        with answer:
            answer._content = _read(answer)
            answer._content_consumed = True
        if answer.is_redirect:
            raise NotLetIn(Why.AWAY, "a redirect")
        return answer  # type: ignore[no-any-return]


def _signer(provider: Provider) -> PrivateKeyJWT:
    """Our signed word that it is us: for the issuer, and for a minute."""
    header = {"kid": provider.key_id} if provider.key_id else {}
    expires = {"exp": int(time.time()) + OUR_WORD}
    return PrivateKeyJWT(provider.issuer, expires, header)


def fetch(provider: Provider, url: str) -> dict[str, Any]:
    """What lies at an address of the provider's. Raises NotLetIn when nothing does."""
    try:
        with Careful(provider) as session:
            answer = session.get(url, headers={"Accept": "application/json"})
            answer.raise_for_status()
            found = answer.json()
    except FAILURES as error:
        raise NotLetIn(Why.AWAY, type(error).__name__) from error
    if not isinstance(found, dict):
        raise NotLetIn(Why.AWAY, "not an object")
    return found


def _read(answer: Response) -> bytes:
    """The whole answer, unless it is too long or comes too slowly."""
    until, read = time.monotonic() + IN_ALL, b""
    for piece in answer.iter_content(16 * 1024):
        read += piece
        if len(read) > MOST or time.monotonic() > until:
            raise NotLetIn(Why.AWAY, "too long an answer, or too slow")
    return read
