"""`./laget check`: is the code as we said it should be? Goes on after a failure."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laget.launcher import catalogues
from laget.launcher.installation import for_tools
from laget.launcher.places import HOME
from laget.launcher.trouble import Trouble

# Each can say with --check whether what it makes is fresh.
GENERATED = ("write_permissions", "write_profile_keys", "write_seed_coverage")


@dataclass(frozen=True)
class Step:
    name: str
    is_right: Callable[[], bool]


def main(arguments: list[str]) -> int:
    """Run every step, or those that are named. Raises Trouble for any other word."""
    steps = _steps()
    names = [step.name for step in steps]
    if set(arguments) - set(names):
        raise Trouble(f"Say ./laget check, or which of it: {', '.join(names)}.")
    chosen = [step for step in steps if not arguments or step.name in arguments]
    failed = [step.name for step in chosen if not _passes(step)]
    print(f"\nNot right: {', '.join(failed)}." if failed else "\nAll is right.")
    return 1 if failed else 0


def _steps() -> list[Step]:
    return [
        Step("format", _tool("ruff", "format", "--check", "--quiet", ".")),
        Step("lint", _tool("ruff", "check", "--quiet", ".")),
        Step("types", _tool("mypy", "--no-error-summary", "-p", "laget")),
        Step("imports", _imports),
        Step("migrations", _django("makemigrations", "--check", "--dry-run")),
        Step("settings", _django("check", "--deploy", "--fail-level", "WARNING")),
        Step("translations", _translations),
        *[Step(f"document {one}", _django(one, "--check")) for one in GENERATED],
    ]


def _passes(step: Step) -> bool:
    print(f"{step.name} ...", flush=True)
    began = time.monotonic()
    right = step.is_right()
    word = "right" if right else "NOT RIGHT"
    print(f"{step.name}: {word} ({time.monotonic() - began:.1f} s)", flush=True)
    return right


def _tool(*words: str) -> Callable[[], bool]:
    return lambda: _run([sys.executable, "-m", *words])


def _django(*words: str) -> Callable[[], bool]:
    """Without any database: what is asked here is asked of the code."""
    return lambda: _run([sys.executable, "-W", "ignore", "-m", "django", *words])


def _imports() -> bool:
    return _run([str(Path(sys.executable).with_name("lint-imports")), "--no-cache"])


def _translations() -> bool:
    found = catalogues.faults()
    for fault in found:
        print(fault)
    return not found


def _run(command: list[str]) -> bool:
    """What it says is shown only when it is not right."""
    nowhere = str(Path(tempfile.gettempdir()) / "laget-no-database")
    told = for_tools() | {"LAGET_DATA": nowhere}
    done = subprocess.run(command, cwd=HOME, env=told, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0
