"""`./laget profile check`: what a script may ask, and what a person is told."""

import os
import subprocess
import sys
from pathlib import Path

from tests.organisation import small

HOME = Path(__file__).resolve().parents[2]


def profile(*words):
    told = {**os.environ, "PYTHONPATH": str(HOME / "src"), "LANG": "C", "LC_ALL": "C"}
    command = [sys.executable, "-W", "ignore", "-m", "laget.launcher", "profile"]
    return subprocess.run(
        [*command, *words], env=told, capture_output=True, text=True, cwd=HOME
    )


def test_a_right_profile_ends_with_nothing_wrong(tmp_path):
    done = profile("check", str(small.nyby(tmp_path)))

    assert (done.returncode, done.stdout) == (0, "Nothing is wrong.\n")


def test_a_fault_ends_with_one_and_a_warning_does_not(tmp_path):
    units = small.UNITS.replace('service = "Skulane"', 'service = "Skulene"')
    done = profile("check", str(small.nyby(tmp_path, **{"units.toml": units})))

    assert done.returncode == 1
    assert done.stdout.startswith("nyby/units.toml, line 3: There is no")
    assert done.stdout.endswith("1 fault, 0 warnings.\n")

    done = profile("check", str(small.nyby(tmp_path, **{"more.toml": ""})))
    assert done.returncode == 0
    assert done.stdout.startswith("warning: nyby/more.toml")


def test_asked_wrongly_it_says_how_to_ask():
    for words in ([], ["check"], ["chek", "profiles"]):
        done = profile(*words)
        assert "./laget profile" in done.stdout + done.stderr
        assert done.returncode == (2 if words else 0)


def test_a_new_profile_is_made_and_is_right(tmp_path):
    assert profile("new", "nyby", "--in", str(tmp_path)).returncode == 0
    assert profile("check", str(tmp_path / "nyby")).returncode == 0
    assert profile("new", "nyby", "--in", str(tmp_path)).returncode == 2
