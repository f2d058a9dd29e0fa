"""One Laget: the folder it keeps its things in, and what its programs are told."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from laget.kernel import embedded
from laget.launcher import keys
from laget.launcher.places import HOME, PACKAGE, SOURCE, default_data
from laget.launcher.trouble import Trouble


@dataclass(frozen=True)
class Installation:
    """`given` is the environment its programs run in, but for the role they take."""

    data: Path
    given: Mapping[str, str]

    @property
    def is_embedded(self) -> bool:
        return not self.given.get("DATABASE_URL")

    @property
    def has_owner(self) -> bool:
        """Whether we can act as the owner of the tables from here."""
        return self.is_embedded or bool(self.given.get("DATABASE_OWNER_URL"))

    def start_database(self) -> None:
        if self.is_embedded:
            embedded.start(self.data)

    def stop_database(self) -> None:
        if self.is_embedded:
            embedded.stop(self.data)

    def environment(self, role: str = embedded.APP) -> dict[str, str]:
        """The application is never told how to become the owner."""
        told = {**self.given, "LAGET_ROLE": role, "LAGET_DATA": str(self.data)}
        told |= {"DJANGO_SETTINGS_MODULE": "laget.config.settings"}
        told |= {"PYTHONPATH": str(SOURCE), "PYTHONSAFEPATH": "1"}
        told.setdefault("LAGET_STATIC", str(self.data / "static"))
        if role == embedded.APP:
            told.pop("DATABASE_OWNER_URL", None)
        return told

    def manage(self, *arguments: str, role: str = embedded.APP) -> None:
        """Run one management command. Raises Trouble if it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "django", *arguments],
            env=self.environment(role),
            cwd=HOME,
            start_new_session=True,
        )
        if done.returncode:
            raise Trouble(f"{arguments[0]} failed; what it said is above.")

    def migrate_if_changed(self) -> None:
        """Migrate as the owner, unless this very code has done so before."""
        note = self.data / "migrated"
        if self.has_owner and _read(note) != (now := self._shape()):
            print("Preparing the tables.", flush=True)
            self.manage("migrate", "--verbosity", "0", role=embedded.OWNER)
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            note.write_text(now)

    def collect_static_if_changed(self) -> None:
        note = self.data / "collected"
        there = Path(self.environment()["LAGET_STATIC"])  # two servers share no folder
        if _read(note) != (now := _static()) or not there.exists():
            self.manage("collectstatic", "--noinput", "--clear", "--verbosity", "0")
            note.write_text(now)

    def _shape(self) -> str:
        """What decides how the tables look, and in which database."""
        files = [*PACKAGE.rglob("migrations/*.py"), *PACKAGE.rglob("*.sql")]
        files.append(HOME / "requirements" / "run.txt")
        where = self.given.get("DATABASE_OWNER_URL", "embedded")
        return _fingerprint(files, where)


def demonstration(data: Path | None) -> Installation:
    data = (data or default_data("demo")).absolute()
    _make_folder(data)
    given = {**os.environ, **keys.kept(data / "keys"), "LAGET_DEMONSTRATION": "yes"}
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "LAGET_HTTPS"):
        given.pop(name, None)
    return Installation(data, given)


def production(data: Path | None) -> Installation:
    """Raises Trouble unless it has keys of its own and a name that it answers to."""
    if why := keys.refusals(os.environ):
        words = "; ".join(why)
        raise Trouble(f"Will not start: {words}. See docs/operations.md.")
    named = data or os.environ.get("LAGET_DATA") or default_data("serve")
    data = Path(named).absolute()
    _make_folder(data)
    return Installation(data, {**os.environ, "LAGET_DEMONSTRATION": "no"})


def current() -> Installation:
    """The one a command without further words is about.

    The server's, if its keys are in the environment; else the demonstration.
    """
    if os.environ.get("LAGET_SECRET_KEY"):
        return production(None)
    named = os.environ.get("LAGET_DATA")
    return demonstration(Path(named) if named else None)


def for_tools() -> dict[str, str]:
    """An environment in which the code can be read and checked, and nothing kept."""
    told = {**os.environ, **keys.fresh(), "LAGET_ALLOWED_HOSTS": "laget.invalid"}
    told |= {"DJANGO_SETTINGS_MODULE": "laget.config.settings"}
    return told | {"PYTHONPATH": f"{SOURCE}{os.pathsep}{HOME}", "PYTHONSAFEPATH": "1"}


def _make_folder(data: Path) -> None:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(
            f"{data} cannot be made ({error.strerror}): name another with --data."
        ) from error
    if not os.access(data, os.W_OK):
        raise Trouble(f"{data} is not writable: name another with --data.")


def _static() -> str:
    """Names, sizes and times: quick, and enough to know that a file was changed."""
    parts = []
    for path in sorted(PACKAGE.rglob("static/**/*")):
        facts = path.stat()
        parts.append(f"{path} {facts.st_size} {facts.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _fingerprint(files: list[Path], *words: str) -> str:
    digest = hashlib.sha256("\0".join(words).encode())
    for path in sorted(files):
        digest.update(str(path.relative_to(HOME)).encode() + path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""
