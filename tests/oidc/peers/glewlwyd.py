"""Debian's glewlwyd, set up over its own REST interface on a database of its own."""

import sqlite3
from pathlib import Path

import requests

from tests.oidc.rogue import CLIENT, KEY, PID, SECRET

TABLES = Path("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3")
SOMEBODY = {"username": "somebody", "password": "password-1"}
ADMIN = {"username": "admin", "password": "password"}  # as it comes
CONFIG = """
port = {port}
bind_address = "127.0.0.1"
external_url = "http://127.0.0.1:{port}"
login_url = "login.html"
api_prefix = "api"
log_mode = "console"
log_level = "NONE"
cookie_secure = 0
session_expiration = 3600
session_key = "GLEWLWYD2_SESSION_ID"
admin_session_authentication = "cookie"
profile_session_authentication = "cookie"
max_post_size = 16778240
admin_scope = "g_admin"
profile_scope = "g_profile"
user_module_path = "/usr/lib/glewlwyd/user"
client_module_path = "/usr/lib/glewlwyd/client"
user_auth_scheme_module_path = "/usr/lib/glewlwyd/scheme"
plugin_module_path = "/usr/lib/glewlwyd/plugin"
hash_algorithm = "SHA512"
database = {{ type = "sqlite3"; path = "{database}"; }};
"""


FLOWS = ("code", "token", "id-token", "password", "client", "device", "refresh")
PARAMETERS = {
    "jwt-type": "rsa",
    "jwt-key-size": "256",
    "access-token-duration": 3600,
    "refresh-token-duration": 3600,
    "code-duration": 60,
    "refresh-token-rolling": False,
    "allow-non-oidc": False,
    "pkce-allowed": True,
    "pkce-required": True,
    "pkce-method-plain-allowed": False,
    "subject-type": "pairwise",
    "jwks-show": True,
    "session-management-allowed": True,
    "session-cookie-name": "GLEWLWYD2_OIDC_SID",
    "session-cookie-expiration": 3600,
    "front-channel-logout-allowed": True,
    "back-channel-logout-allowed": True,
    "oauth-par-allowed": True,
    "oauth-par-required": False,
    "oauth-par-duration": 90,
    "oauth-par-request_uri-prefix": "urn:ietf:params:oauth:request_uri:",
}


def prepare(folder: Path, port: int) -> list[str]:
    """Its tables and its settings; the command that starts it."""
    database, config = folder / "glewlwyd.db", folder / "glewlwyd.conf"
    connection = sqlite3.connect(database)
    connection.executescript(TABLES.read_text())
    connection.close()
    config.write_text(CONFIG.format(port=port, database=database))
    return ["glewlwyd", "--config-file", str(config)]


def set_up(address: str, back: str, out: str) -> None:
    """Who it is, whom it knows, and us."""
    api = f"{address}/api"
    with requests.Session() as admin:
        _tell(admin.post, f"{api}/auth/", ADMIN)
        plugin = {"module": "oidc", "name": "oidc", "display_name": "oidc"}
        parameters = _parameters(f"{api}/oidc")
        _tell(admin.post, f"{api}/mod/plugin/", plugin | {"parameters": parameters})
        people = admin.get(f"{api}/mod/user/database", timeout=5).json()
        people["parameters"]["data-format"]["pid"] = {"read": True, "write": True}
        _tell(admin.put, f"{api}/mod/user/database", people)
        _tell(admin.put, f"{api}/mod/user/database/reset/", {})
        somebody = {"name": "Some Body", "enabled": True, "pid": PID}
        scope = {"scope": ["openid", "g_profile"]}
        _tell(admin.post, f"{api}/user/", SOMEBODY | somebody | scope)
        _tell(admin.post, f"{api}/client/", _client(back, out))


def log_in(session: requests.Session, address: str) -> None:
    """Somebody is logged in there, and has let it tell us who they are."""
    _tell(session.post, f"{address}/api/auth/", SOMEBODY)
    _tell(session.put, f"{address}/api/auth/grant/{CLIENT}", {"scope": "openid"})


def _tell(how, url, what):
    answer = how(url, json=what, timeout=5)
    assert answer.status_code == 200, (url, answer.status_code, answer.text)


def _client(back: str, out: str) -> dict[str, object]:
    return {
        "client_id": CLIENT,
        "name": "Laget",
        "enabled": True,
        "confidential": True,
        "client_secret": SECRET,
        "password": SECRET,
        "redirect_uri": [back],
        "post_logout_redirect_uri": out,
        "scope": ["openid"],
        "authorization_type": ["code"],
        "token_endpoint_auth_method": ["client_secret_basic"],
    }


def _parameters(issuer: str) -> dict[str, object]:
    pid = {"name": "pid", "user-property": "pid", "type": "string", "scope": []}
    return {
        "iss": issuer,
        "key": KEY.as_pem(private=True).decode(),
        "cert": KEY.as_pem(private=False).decode(),
        **{f"auth-type-{flow}-enabled": flow == "code" for flow in FLOWS},
        **PARAMETERS,
        "claims": [pid | {"mandatory": True}],
    }
