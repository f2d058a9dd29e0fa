"""Who may vouch for somebody: read from one file, and refused loudly when wrong.

`LAGET_PROVIDERS` names a TOML file with a table for each provider. docs/operations.md
tells each key; docs/providers.example.toml has ID-porten, Entra ID, Ansattporten and
Feide.
"""

import os
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

FAMILIES, STAFF = "families", "staff"
LEVELS = ("substantial", "high")
ALGORITHMS = ("RS256", "PS256", "ES256")
BASIC, KEY_JWT = "client_secret_basic", "private_key_jwt"
LANGUAGES = ("nb", "nn", "en")
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
KNOWN = {
    *("name", "for", "issuer", "hosts", "client_id", "auth", "key_id", "scopes"),
    *("secret_file", "secret_env", "levels", "number_claim", "username_claim"),
    *("municipalities", "ui_locales", "end_session", "algorithms"),
    *("idle_minutes", "longest_minutes"),
}
AS_IT_IS = (
    *("auth", "key_id", "levels", "number_claim", "username_claim"),
    "end_session",
)
ENDS = ("post", "get", "no")  # how one is sent there to log out
SEVERAL = ("scopes", "algorithms", "municipalities", "ui_locales")
NEEDED = ("name", "for", "issuer", "client_id")
DEFAULTS = {"secret", "changeme", "change-me", "password", "client_secret"}
SHORTEST = 16
LIMITS = {FAMILIES: (30, 120), STAFF: (30, 8 * 60)}  # minutes: idle, in all


@dataclass(frozen=True)
class Provider:
    """One log-in provider. `levels` says how strong each of its `acr` values is."""

    key: str
    name: dict[str, str]
    audience: str
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    auth: str = BASIC
    key_id: str = ""
    hosts: frozenset[str] = frozenset()
    scopes: tuple[str, ...] = ("openid",)
    levels: dict[str, str] = field(default_factory=dict)
    number_claim: str = ""
    username_claim: str = ""
    municipalities: tuple[str, ...] = ()
    ui_locales: tuple[str, ...] = ("nb", "nn", "en", "se")
    end_session: str = "post"
    algorithms: tuple[str, ...] = ("RS256",)
    idle: int = 30 * 60
    longest: int = 120 * 60

    @property
    def is_for_staff(self) -> bool:
        return self.audience == STAFF

    def called(self, language: str) -> str:
        return self.name.get(language) or self.name["nb"]

    def is_at_home(self, url: str) -> bool:
        """Is this an address of the provider's own, and one that cannot be listened to?

        Only hosts that the file names are ever spoken to or sent to.
        """
        parts = urlsplit(url)
        own = {urlsplit(self.issuer).netloc, *self.hosts}
        return parts.netloc in own and _is_safe(url)

    @property
    def origins(self) -> list[str]:
        """Where its pages live: for the headers that say who may frame us."""
        scheme, netloc = urlsplit(self.issuer)[:2]
        return sorted(f"{scheme}://{host}" for host in {netloc, *self.hosts})

    def asked_for(self, level: str) -> list[str]:
        """The `acr` values that are at least this strong; all when none is named."""
        if not level:
            return list(self.levels)
        enough = LEVELS[LEVELS.index(level) :]
        return [acr for acr, worth in self.levels.items() if worth in enough]


def load(path: str) -> dict[str, Provider]:
    """Every provider in the file, by key; none when no file is named.

    Raises ImproperlyConfigured with each thing that is wrong, in words.
    """
    if not path:
        return {}
    try:
        tables = tomllib.loads(Path(path).read_text())
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"LAGET_PROVIDERS, {path}: {error}") from error
    wrong = [said for key, table in tables.items() for said in faults(key, table)]
    if wrong:
        raise ImproperlyConfigured(f"LAGET_PROVIDERS, {path}: " + " ".join(wrong))
    found = {key: _provider(key, table) for key, table in tables.items()}
    issuers = [provider.issuer for provider in found.values()]
    if len(set(issuers)) < len(issuers):
        raise ImproperlyConfigured(f"LAGET_PROVIDERS, {path}: an issuer stands twice.")
    return found


def faults(key: str, table: Any) -> list[str]:
    """What is wrong with one provider's table; nothing when all is well."""
    if not isinstance(table, dict):
        return [f"[{key}] is not a table."]
    missing = [f"[{key}] lacks {name}." for name in NEEDED if not table.get(name)]
    if missing:
        return missing
    said = [
        (re.fullmatch(r"[a-z0-9-]{1,60}", key), "its own name is not a-z, 0-9 and -"),
        (not set(table) - KNOWN, f"unknown: {', '.join(sorted(set(table) - KNOWN))}"),
        (table["for"] in LIMITS, "`for` is families or staff"),
        (_is_safe(table["issuer"]), "`issuer` is not an https address"),
        (set(table["name"]) == set(LANGUAGES), "`name` has nb, nn and en"),
        (table.get("auth", BASIC) in (BASIC, KEY_JWT), "`auth` is unknown"),
        (_secret(table), "no usable secret: `secret_file` or `secret_env`"),
        (_are(table, "algorithms", ALGORITHMS), f"`algorithms` are of {ALGORITHMS}"),
        (
            set(table.get("levels", {}).values()) <= set(LEVELS),
            "`levels` say high or substantial",
        ),
        (table.get("end_session", "post") in ENDS, "`end_session` is post, get or no"),
        ("openid" in table.get("scopes", ["openid"]), "`scopes` lack openid"),
        *_about_audience(table),
    ]
    return [f"[{key}] {words}." for holds, words in said if not holds]


def _about_audience(table: dict[str, Any]) -> list[tuple[object, str]]:
    """What a provider must tell about people, and how short its sessions may be."""
    for_staff = table["for"] == STAFF
    claim = table.get("username_claim") or table.get("number_claim")
    idle, longest = LIMITS.get(table["for"], (0, 0))
    return [
        (for_staff or table.get("number_claim"), "families need `number_claim`"),
        (for_staff or table.get("levels"), "families need `levels`"),
        (not for_staff or claim, "staff need `username_claim` or `number_claim`"),
        (
            not for_staff or table.get("municipalities"),
            "staff need `municipalities`: for whom it may vouch",
        ),
        (1 <= table.get("idle_minutes", idle) <= idle, f"idle is 1-{idle} minutes"),
        (
            1 <= table.get("longest_minutes", longest) <= longest,
            f"the longest session is 1-{longest} minutes",
        ),
    ]


def _provider(key: str, table: dict[str, Any]) -> Provider:
    idle, longest = LIMITS[table["for"]]
    told: dict[str, Any] = {name: table[name] for name in AS_IT_IS if name in table}
    told |= {name: tuple(table[name]) for name in SEVERAL if name in table}
    return Provider(
        key=key,
        name=table["name"],
        audience=table["for"],
        issuer=table["issuer"],
        client_id=table["client_id"],
        secret=_secret(table),
        hosts=frozenset(table.get("hosts", ())),
        idle=table.get("idle_minutes", idle) * 60,
        longest=table.get("longest_minutes", longest) * 60,
        **told,
    )


def _secret(table: dict[str, Any]) -> str:
    """From a file or from the environment, and never one that anybody would guess."""
    name, place = table.get("secret_env"), table.get("secret_file")
    try:
        found = Path(place).read_text() if place else os.environ.get(name or "", "")
    except OSError:
        return ""
    secret = found.strip()
    weak = len(secret) < SHORTEST or secret.lower() in DEFAULTS
    return "" if weak or bool(name) == bool(place) else secret


def _are(table: dict[str, Any], name: str, known: tuple[str, ...]) -> bool:
    return bool(table.get(name, known)) and set(table.get(name, known)) <= set(known)


def _is_safe(url: object) -> bool:
    """HTTPS; plain HTTP on this very machine only."""
    parts = urlsplit(str(url))
    local = parts.scheme == "http" and parts.hostname in LOOPBACK
    clean = not parts.query and not parts.fragment and not parts.username
    return bool(parts.netloc) and clean and (parts.scheme == "https" or local)
