"""A log-in provider of the tests' own, on this machine, that can be made to misbehave.

It speaks OpenID Connect as ID-porten does: code flow, PKCE, pushed requests, `acr`,
`sid`, front-channel log-out. What it signs is decided by knobs, and what it was asked
is written down.
"""

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

CLIENT, SECRET = "laget-client", "a-secret-that-nobody-would-guess"
PID, OTHER_PID = "01819010001", "15828810038"  # invented people
KEY, OTHER_KEY = RSAKey.generate_key(2048), RSAKey.generate_key(2048)
EC_KEY = ECKey.generate_key("P-256")
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Knobs:
    """What it does wrong; as it stands, nothing."""

    acr: str = "idporten-loa-high"
    pid: str | None = PID
    sub: str = "subject-1"
    kid: str | None = "key-1"
    algorithm: str = "RS256"
    key: Any = field(default_factory=lambda: KEY)
    claims: dict[str, Any] = field(default_factory=dict)  # None takes one away
    moments: dict[str, int] = field(default_factory=dict)  # seconds from now
    header: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    keys: list[dict[str, Any]] | None = None
    keys_down: bool = False
    metadata_down: bool = False
    token_answer: Callable[[dict[str, Any]], Any] = lambda answer: answer
    pushes: bool = False
    clock: float = 0  # seconds that its clock is ahead
    redirects: bool = False


@dataclass
class Sso:
    """Somebody is logged in at the provider, in one browser."""

    sid: str
    acr: str
    auth_time: int


class Rogue:
    """The provider: start it, turn its knobs, read what it was asked."""

    def __init__(self) -> None:
        self.knobs = Knobs()
        self.codes: dict[str, dict[str, Any]] = {}
        self.pushed: dict[str, dict[str, str]] = {}
        self.sso: dict[str, Sso] = {}
        self.asked: list[dict[str, str]] = []  # each authorization request
        self.logins = 0  # times somebody had to prove who they are
        self.ended: list[dict[str, str]] = []  # each request to end a session
        self.fetched: list[str] = []  # each path that was asked for
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.cookie = f"sso{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        return type("Mine", (Handler,), {"rogue": self})

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def now(self) -> int:
        return int(time.time() + self.knobs.clock)

    def about(self) -> dict[str, Any]:
        said = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/logout",
        }
        if self.knobs.pushes:
            said["pushed_authorization_request_endpoint"] = f"{self.issuer}/par"
        return said | self.knobs.metadata

    def public_keys(self) -> list[dict[str, Any]]:
        if self.knobs.keys is not None:
            return self.knobs.keys
        rsa = KEY.as_dict(private=False) | {"kid": "key-1", "use": "sig"}
        return [rsa, EC_KEY.as_dict(private=False) | {"kid": "key-2", "use": "sig"}]

    def authorize(self, asked: dict[str, str], browser: str) -> tuple[str, str]:
        """Where the browser goes, and the cookie it has from now on."""
        if reference := asked.get("request_uri"):
            asked = self.pushed.pop(reference) | {"was_pushed": "yes"}
        self.asked.append(asked)
        known = self.sso.get(browser)
        wanted = asked.get("acr_values", "")
        weak = known and wanted and known.acr not in wanted
        if known is None or weak or asked.get("prompt") == "login":
            self.logins += 1
            sid = known.sid if known else secrets.token_hex(8)
            browser = browser or secrets.token_hex(8)
            self.sso[browser] = Sso(sid, self.knobs.acr, self.now())
        code = secrets.token_hex(16)
        self.codes[code] = asked | {"browser": browser}
        back = {"code": code, "state": asked["state"], "iss": self.issuer}
        return f"{asked['redirect_uri']}?{urlencode(back)}", browser

    def token(self, said: dict[str, str], client: str) -> tuple[int, Any]:
        asked = self.codes.pop(said.get("code", ""), None)
        challenge = b64(hashlib.sha256(said.get("code_verifier", "").encode()).digest())
        if client != "known":
            return 401, {"error": "invalid_client"}
        if (
            not asked
            or said.get("redirect_uri") != asked["redirect_uri"]
            or asked.get("code_challenge_method") != "S256"
            or asked.get("code_challenge") != challenge
        ):
            return 400, {"error": "invalid_grant"}
        answer = {"access_token": secrets.token_hex(8), "token_type": "Bearer"}
        return 200, self.knobs.token_answer(answer | {"id_token": self.id_token(asked)})

    def id_token(self, asked: dict[str, Any]) -> str:
        login = self.sso[asked["browser"]]
        now = self.now()
        claims = {
            "iss": self.issuer,
            "sub": self.knobs.sub,
            "aud": CLIENT,
            "exp": now + 120,
            "iat": now,
            "nonce": asked.get("nonce"),
            "acr": login.acr,
            "amr": ["BankID"],
            "sid": login.sid,
            "auth_time": login.auth_time,
            "pid": self.knobs.pid,
        }
        moments = {name: now + away for name, away in self.knobs.moments.items()}
        return self.sign(claims | self.knobs.claims | moments)

    def logout_token(self, **changes: Any) -> str:
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": self.now(),
            "exp": self.now() + 120,
            "jti": secrets.token_hex(8),
            "events": {LOGOUT_EVENT: {}},
        }
        return self.sign(claims | changes, typ="logout+jwt")

    def sign(self, claims: dict[str, Any], typ: str = "JWT") -> str:
        """As the knobs say: with the right key and algorithm, or not."""
        said = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": self.knobs.algorithm, "typ": typ}
        if self.knobs.kid:
            header["kid"] = self.knobs.kid
        header |= self.knobs.header
        if self.knobs.algorithm in {"none", "HS256"}:
            return _by_hand(header, said)
        return jwt.encode(header, said, self.knobs.key, [self.knobs.algorithm])


def _by_hand(header: dict[str, Any], claims: dict[str, Any]) -> str:
    """No signature; or one made with the public key as if it were a shared secret."""
    text = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}"
    if header["alg"] == "none":
        return f"{text}."
    secret = KEY.as_pem(private=False)
    return f"{text}.{b64(hmac.new(secret, text.encode(), hashlib.sha256).digest())}"


class Handler(BaseHTTPRequestHandler):
    """What it answers over HTTP."""

    rogue: Rogue

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.rogue.fetched.append(address.path)
        asked = dict(parse_qsl(address.query))
        if self.rogue.knobs.redirects and address.path != "/authorize":
            return self.go("http://127.0.0.1:9/elsewhere")
        if address.path == "/authorize":
            return self.go(*self.rogue.authorize(asked, self.browser()))
        if address.path == "/jwks" and not self.rogue.knobs.keys_down:
            return self.tell(200, {"keys": self.rogue.public_keys()})
        if address.path.startswith("/.well") and not self.rogue.knobs.metadata_down:
            return self.tell(200, self.rogue.about())
        return self.tell(503, {})

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        said = dict(parse_qsl(self.rfile.read(length).decode()))
        self.rogue.fetched.append(self.path)
        if self.path == "/token":
            return self.tell(*self.rogue.token(said, self.client(said)))
        if self.path == "/par" and self.client(said) == "known":
            reference = f"urn:rogue:{secrets.token_hex(8)}"
            self.rogue.pushed[reference] = said
            return self.tell(201, {"request_uri": reference, "expires_in": 60})
        if self.path == "/logout":
            self.rogue.ended.append(said)
            self.rogue.sso.pop(self.browser(), None)
            return self.go(said.get("post_logout_redirect_uri", "/"))
        return self.tell(404, {})

    def client(self, said: dict[str, str]) -> str:
        """Who asks: by name and secret, or by a word it has signed."""
        if "client_assertion" in said:
            claims = jwt.decode(said["client_assertion"], OTHER_KEY).claims
            right = claims["iss"] == CLIENT and claims["aud"] == self.rogue.issuer
            return "known" if right and claims["exp"] - claims["iat"] < 120 else ""
        told = self.headers.get("Authorization", "").removeprefix("Basic ")
        return "known" if base64.b64decode(told) == BASIC else ""

    def browser(self) -> str:
        cookies = SimpleCookie(self.headers.get("Cookie", ""))
        return cookies[self.rogue.cookie].value if self.rogue.cookie in cookies else ""

    def tell(self, status: int, what: Any) -> None:
        body = what if isinstance(what, bytes) else json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def go(self, where: str, cookie: str = "") -> None:
        self.send_response(302)
        self.send_header("Location", where)
        if cookie:
            self.send_header("Set-Cookie", f"{self.rogue.cookie}={cookie}; Path=/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words: Any) -> None:
        pass


BASIC = f"{CLIENT}:{SECRET}".encode()
