"""What the installation is told from outside, with a type, and loud when it is missing.

Names begin with `LAGET_`, but for the two database addresses. docs/operations.md lists
them.
"""

import os
from base64 import b64decode
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from laget.kernel import embedded

KEY_BYTES = 32
TIMEOUTS = (
    "-c jit=off -c lock_timeout=5s -c statement_timeout=20s "
    "-c idle_in_transaction_session_timeout=60s"
)


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name) or default
    if value is None:
        raise ImproperlyConfigured(f"{name} is missing from the environment.")
    return value


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "no", "1", "0", "true", "false"}:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value in {"yes", "1", "true"}


def words(name: str, default: str | None = None) -> list[str]:
    """Several, with commas between them."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a number, not {value!r}.")
    return int(value)


def choice(name: str, choices: tuple[str, ...]) -> str:
    """One of a few words; the first unless told otherwise."""
    value = text(name, choices[0])
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}.")
    return value


def address(name: str, is_https: bool, host: str) -> str:
    """Where people log in, without a slash at the end."""
    return text(name, f"{'https' if is_https else 'http'}://{host}").rstrip("/")


def gateway(name: str) -> str:
    """A service that is handed people's numbers: over HTTPS, or on this machine."""
    value = text(name, "")
    parts = urlsplit(value)
    is_here = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1")
    if value and not is_here and parts.scheme != "https":
        raise ImproperlyConfigured(f"{name} must begin with https://.")
    return value


def key(name: str) -> str:
    """32 bytes in base64. Raises ImproperlyConfigured for anything else."""
    value = text(name)
    try:
        right = len(b64decode(value, validate=True)) == KEY_BYTES
    except ValueError:
        right = False
    if not right:
        raise ImproperlyConfigured(f"{name} must be {KEY_BYTES} bytes in base64.")
    return value


def database(data: Path, role: str) -> dict[str, Any]:
    """Django's settings for one of the two roles, here or on a server elsewhere.

    The application gives up on a statement after 20 seconds and on a lock after 5: an
    honest page is better than one that hangs. The owner, who migrates, may take long.
    """
    name = "DATABASE_OWNER_URL" if role == embedded.OWNER else "DATABASE_URL"
    if "DATABASE_URL" in os.environ:
        settings = _elsewhere(name)
    else:
        settings = embedded.database(data, role)
    if role == embedded.APP:
        settings["OPTIONS"].setdefault("options", TIMEOUTS)
        settings["OPTIONS"]["prepare_threshold"] = 5  # any number: see kernel/planned
    settings["OPTIONS"].setdefault("connect_timeout", 5)
    return settings | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}


def _elsewhere(name: str) -> dict[str, Any]:
    try:
        parts = conninfo_to_dict(text(name))
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"{name} is not a database address.") from error
    known = {"dbname": "NAME", "user": "USER", "password": "PASSWORD"}
    known |= {"host": "HOST", "port": "PORT"}
    settings = {known[part]: value for part, value in parts.items() if part in known}
    options = {part: value for part, value in parts.items() if part not in known}
    engine = "django.db.backends.postgresql"
    return {"ENGINE": engine, **settings, "OPTIONS": options}
