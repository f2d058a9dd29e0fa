"""The keys of an installation: made once for a demonstration, demanded of a server.

`LAGET_SECRET_KEY` signs sessions, `LAGET_FIELD_KEY` encrypts identity numbers and
`LAGET_INDEX_KEY` finds them: three keys, so that losing one loses no other.
"""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path

NAMES = ("LAGET_SECRET_KEY", "LAGET_FIELD_KEY", "LAGET_INDEX_KEY")
SHORTEST = 50  # characters of the key that signs: Django's own advice
FEWEST = 10  # different characters in a key that was made by chance
KEY_BYTES = 32


def fresh() -> dict[str, str]:
    made = [b64encode(secrets.token_bytes(KEY_BYTES)).decode() for _ in NAMES[1:]]
    return dict(zip(NAMES, [secrets.token_urlsafe(50), *made], strict=True))


def kept(path: Path) -> dict[str, str]:
    """The keys in this file that only we can read; made if it is not there."""
    if not path.exists():
        lines = [f"{name}={value}" for name, value in fresh().items()]
        new = path.with_suffix(".new")
        new.unlink(missing_ok=True)
        new.touch(mode=0o600)
        new.write_text("\n".join(lines) + "\n")
        new.rename(path)
    pairs = (line.partition("=") for line in path.read_text().splitlines())
    return {name: value for name, _, value in pairs}


def refusals(environment: Mapping[str, str]) -> list[str]:
    """Why a server must not start with these: all of it, in words."""
    missing = [name for name in NAMES if not environment.get(name)]
    why = [f"{name} is missing" for name in missing]
    why += _wrong(environment, missing) + _hosts(environment)
    if environment.get("LAGET_DEMONSTRATION", "no").lower() not in {"no", "0", "false"}:
        why.append("LAGET_DEMONSTRATION is on: anyone could log in as anyone")
    return why


def _wrong(environment: Mapping[str, str], missing: list[str]) -> list[str]:
    given = {name: environment[name] for name in NAMES if name not in missing}
    why = [f"{name} is a default" for name, key in given.items() if _is_default(key)]
    if len(given.get("LAGET_SECRET_KEY", "x" * SHORTEST)) < SHORTEST:
        why.append(f"LAGET_SECRET_KEY is shorter than {SHORTEST} characters")
    for name in set(given) - {"LAGET_SECRET_KEY"}:
        if not _is_whole(given[name]):
            why.append(f"{name} is not {KEY_BYTES} bytes in base64")
    if len(set(given.values())) < len(given):
        why.append("the same key is used twice")
    return sorted(why)


def _is_default(key: str) -> bool:
    """Not made by chance: an example's key, or one that repeats itself."""
    signs = ("insecure", "change", "example", "default")
    return len(set(key)) < FEWEST or any(sign in key.lower() for sign in signs)


def _is_whole(key: str) -> bool:
    try:
        return len(b64decode(key, validate=True)) == KEY_BYTES
    except ValueError:
        return False


def _hosts(environment: Mapping[str, str]) -> list[str]:
    hosts = environment.get("LAGET_ALLOWED_HOSTS", "")
    if not hosts.strip():
        return ["LAGET_ALLOWED_HOSTS is missing"]
    if "*" in hosts:
        return ["LAGET_ALLOWED_HOSTS lets in every name"]
    return []
