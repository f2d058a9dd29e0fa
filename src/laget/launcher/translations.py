"""The compiled translations are made here from the written ones, never committed."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from laget.launcher.places import PACKAGE


def compile_stale(root: Path = PACKAGE) -> int:
    """Compile what has changed since last time; answer how many."""
    stale = [po for po in root.rglob("locale/*/LC_MESSAGES/*.po") if _is_stale(po)]
    for po in stale:
        _compile(po)
    return len(stale)


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns


def _compile(po: Path) -> None:
    """Whole or not at all: another command may be reading it."""
    new = po.with_suffix(".mo.new")
    with po.open("rb") as written, new.open("wb") as compiled:
        write_mo(compiled, read_po(written, locale=po.parts[-3]))
    new.rename(po.with_suffix(".mo"))
