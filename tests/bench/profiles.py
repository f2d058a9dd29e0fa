"""5,000 programmes and 400 units in one profile: checked and loaded, in seconds."""

import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from laget.kernel import embedded
from laget.launcher.installation import Installation
from laget.launcher.places import HOME

PROGRAMMES, UNITS = 5_000, 400
CHECK, LOAD = 2.0, 30.0  # seconds
HEAD = (
    'name = "Storkommune"\nnumber = "9999"\nlanguage = "nb"\nbuilds_on = ["shared"]\n'
)
SERVICE = """
[[services]]
name = "Barnehagene i Storkommune"
kind = "kindergarten"
arena = "kindergarten"
about = "Trygge dager for alle."
"""
UNIT = """
[[units]]
name = "Barnehage {n}"
service = "Barnehagene i Storkommune"
"""
PROGRAMME = """
[[programmes]]
name = "Tiltak {n}"
about = "Noe for barn og foreldre som trenger det, hver uke i barnehagen."
tiers = ["green"]
age_from = {age}
age_to = 18
arenas = ["family"]
needs = ["1.4.02"]
service = "Barnehagene i Storkommune"
status = "running"
source = "Oss selv"
checked_on = 2026-11-01
"""


def measured(installation: Installation) -> dict[str, Any]:
    """Checking all profiles there are, then loading the large one. Django is set up."""
    with tempfile.TemporaryDirectory() as folder:
        large = _write(Path(folder))
        check = _seconds(lambda: _check(HOME / "profiles"))
        check_large = _seconds(lambda: _check(large))
        first = _seconds(lambda: _load(installation, large))
        again = _seconds(lambda: _load(installation, large))
    found = {"check_all": check, "check_large": check_large}
    return found | {"load_large": first, "load_again": again}


def broken(found: dict[str, Any]) -> list[str]:
    why = []
    if found["check_all"] > CHECK:
        why.append(f"checking all profiles: {found['check_all']} s, not {CHECK}")
    if found["load_large"] > LOAD:
        why.append(f"loading a large profile: {found['load_large']} s, not {LOAD}")
    return why


def _seconds(do: Any) -> float:
    started = time.monotonic()
    do()
    return round(time.monotonic() - started, 2)


def _check(folder: Path) -> None:
    from laget.organisation.profile.checking import check_folders

    wrong = [fault for fault in check_folders([folder]) if not fault.is_warning]
    if wrong:
        raise SystemExit(f"{folder}: {wrong[0]}")


def _load(installation: Installation, folder: Path) -> None:
    shared = str(folder.parent / "shared")
    installation.manage("profile_load", shared, str(folder), role=embedded.OWNER)


def _write(folder: Path) -> Path:
    shutil.copytree(HOME / "profiles" / "shared", folder / "shared")
    large = folder / "storkommune"
    large.mkdir()
    rules = (HOME / "profiles" / "vennesla" / "municipality.toml").read_text()
    head = HEAD + rules[rules.index("[rules]") :]
    units = "".join(UNIT.format(n=n) for n in range(UNITS))
    programmes = "".join(PROGRAMME.format(n=n, age=n % 18) for n in range(PROGRAMMES))
    for name, text in (
        ("municipality", head),
        ("services", SERVICE),
        ("units", units),
        ("programmes", programmes),
    ):
        (large / f"{name}.toml").write_text(text)
    return large
