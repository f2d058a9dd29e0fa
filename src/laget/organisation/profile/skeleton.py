"""A folder to begin with: a small municipality that passes the check, with comments."""

from pathlib import Path

from django.utils.translation import gettext as _

from laget.organisation.profile.checks import RESERVED, SLUG
from laget.organisation.profile.exporting import schema_line

BEGINNING = Path(__file__).with_name("beginning")
COMMON = ("shared", "bokmaal")


def write_skeleton(into: Path, name: str) -> list[Path]:
    """Write it as `into/name`. Raises ValueError when it cannot be called that."""
    if not SLUG.fullmatch(name):
        said = _('"{name}" becomes an address: use only a-z, digits and hyphens.')
        raise ValueError(said.format(name=name))
    if name in RESERVED:
        said = _('"{name}" begins an address of Laget itself: choose another name.')
        raise ValueError(said.format(name=name))
    folder = into / name
    if folder.exists():
        raise ValueError(_("{folder} is there already.").format(folder=folder))
    below = [each for each in COMMON if (into / each / "common.toml").exists()]
    return [_write(path, folder, _told(name, below)) for path in _files()]


def _files() -> list[Path]:
    return sorted(path for path in BEGINNING.rglob("*") if path.is_file())


def _told(name: str, below: list[str]) -> dict[str, str]:
    return {
        "NAME": name.replace("-", " ").title(),
        "BUILDS_ON": ", ".join(f'"{each}"' for each in below),
    }


def _write(path: Path, folder: Path, told: dict[str, str]) -> Path:
    relative = path.relative_to(BEGINNING).as_posix()
    text = path.read_text("utf-8")
    for word, said in told.items():
        text = text.replace(f"%{word}%", said)
    if path.suffix == ".toml":
        text = f"{schema_line(relative)}\n{text}"
    there = folder / relative
    there.parent.mkdir(parents=True, exist_ok=True)
    there.write_text(text, "utf-8")
    return there
