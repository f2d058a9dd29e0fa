"""The log-in providers of others that the tests speak to, on this machine only.

oidc-provider runs on Node and is fetched with npm, each package by the hash in its lock
file; glewlwyd comes from the operating system's packages. Where one is missing, its
tests are left out and that is said; with `CI` set it is an error.
"""

import os
import shutil
import subprocess

from laget.launcher.places import HOME
from laget.launcher.trouble import Trouble

SOURCE = HOME / "tests" / "oidc" / "peers" / "oidc_provider"
READY = HOME / ".data" / "peers" / "oidc-provider"
FILES = ("package.json", "package-lock.json", "older_node.mjs", "server.mjs")
QUIET = ("--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")


def found() -> dict[str, str]:
    """Which of them can be spoken to now, and why the others cannot."""
    said = {"oidc-provider": _without_node(), "glewlwyd": ""}
    if not shutil.which("glewlwyd"):
        said["glewlwyd"] = "it is not installed (apt-get install glewlwyd)"
    return said


def make_ready() -> None:
    """Fetch what npm may, and say what is left out. Raises Trouble when CI is set."""
    if shutil.which("npm") and shutil.which("node"):
        _fetch()
    missing = {peer: why for peer, why in found().items() if why}
    for peer, why in missing.items():
        print(f"LEFT OUT: the tests that speak to {peer}: {why}.", flush=True)
    if missing and os.environ.get("CI"):
        raise Trouble("Here every test must run.")


def _fetch() -> None:
    """Exactly what the lock file names, once for each version of it."""
    READY.mkdir(parents=True, exist_ok=True)
    lock, done = SOURCE / "package-lock.json", READY / "fetched"
    if not (done.exists() and done.read_text() == lock.read_text()):
        for name in FILES[:2]:
            shutil.copy(SOURCE / name, READY)
        fetched = subprocess.run(["npm", "ci", *QUIET], cwd=READY, timeout=300)
        if fetched.returncode == 0:
            done.write_text(lock.read_text())
    for name in FILES[2:]:
        shutil.copy(SOURCE / name, READY)


def _without_node() -> str:
    if not shutil.which("node"):
        return "Node is not installed (apt-get install nodejs npm)"
    lock, done = SOURCE / "package-lock.json", READY / "fetched"
    if not (done.exists() and done.read_text() == lock.read_text()):
        return "it is not fetched (needs npm, and the network once)"
    return ""
