"""`./laget test [PYTEST'S WORDS]`: the whole suite, with nothing left out unsaid.

It needs Chromium, which it installs from the operating system's packages if it may;
else it says what to run, and fails. The log-in providers of others (oidc-provider on
Node, glewlwyd) are spoken to where they are; else that is said. It starts a PostgreSQL
of its own and stops it afterwards: no service need be there, and no data of yours is
touched. One test more than there are processors runs at a time: each waits now and then
for its database or its browser. What you write after it goes to pytest:
`tests/logs -x`, `-k baton`, `-n 4`.

LAGET_PG_BIN=/usr/lib/postgresql/15/bin ./laget test    on that PostgreSQL instead
"""

import os
import shutil
import subprocess
import sys

from laget.launcher import peers
from laget.launcher.installation import for_tools
from laget.launcher.places import HOME
from laget.launcher.trouble import Trouble

# Chromium without windows first: the same engine, for a fifth less of the processor.
WINDOWLESS = "chromium-headless-shell"
INSTALL = ["apt-get", "install", "-y", "--no-install-recommends", WINDOWLESS]
NAMES = (WINDOWLESS, "chromium", "chromium-browser", "google-chrome")
REPORT = "laget.launcher.skips"


def main(arguments: list[str]) -> int:
    if set(arguments) & {"-h", "--help"}:
        print(__doc__, end="")
        return 0
    told = for_tools() | {"LAGET_BROWSER": find_browser()}
    peers.make_ready()
    told["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    parallel = [] if _says_how_many(arguments) else _side_by_side()
    command = [sys.executable, "-m", "pytest", "-p", REPORT, *parallel, *arguments]
    print("Testing, with a PostgreSQL of our own and Chromium.", flush=True)
    return subprocess.run(command, env=told, cwd=HOME).returncode


def _side_by_side() -> list[str]:
    processes = str((os.cpu_count() or 1) + 1)
    # In the order of the tests themselves: else the files with few and long ones are
    # left to the end, when all others rest (tests/conftest.py).
    return ["-n", processes, "--dist", "loadfile", "--no-loadscope-reorder"]


def find_browser() -> str:
    """Chromium; fetched from the operating system's packages if we may.

    Raises Trouble with the command that would.
    """
    if found := _browser():
        return found
    if why := _cannot_install():
        raise Trouble(why)
    print("Installing Chromium, which the browser tests drive.", flush=True)
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {"stdout": subprocess.DEVNULL, "env": _without_questions()}
    subprocess.run([*as_root, "apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    subprocess.run([*as_root, *INSTALL], **quiet)  # type: ignore[call-overload]
    if found := _browser():
        return found
    raise Trouble(f"Chromium could not be installed. Run: {_by_hand()}")


def _browser() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def _cannot_install() -> str | None:
    by_hand = f"The browser tests need Chromium. Run: {_by_hand()}"
    if not shutil.which("apt-get"):
        return (
            "The browser tests need Chromium: install it with your system's packages."
        )
    if os.geteuid() == 0:
        return None
    sudo = shutil.which("sudo")
    may = sudo and subprocess.run([sudo, "-n", "true"], capture_output=True)
    return None if may and may.returncode == 0 else by_hand


def _by_hand() -> str:
    return " ".join(([] if os.geteuid() == 0 else ["sudo"]) + INSTALL)


def _without_questions() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def _says_how_many(arguments: list[str]) -> bool:
    return any(word.startswith(("-n", "--numprocesses")) for word in arguments)
