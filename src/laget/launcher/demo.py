"""`./laget demo`: a municipality with invented people, on this machine only."""

import argparse
import fcntl
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from laget.kernel import embedded
from laget.launcher import processes
from laget.launcher.installation import Installation, demonstration
from laget.launcher.places import default_data
from laget.launcher.trouble import Trouble, give_up

HOST = "127.0.0.1"


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    processes.refuse_taken_port(HOST, options.port)
    data = (options.data or default_data("demo")).absolute()
    if options.reset:
        _forget(data)
    installation = demonstration(data)
    with _only_one(installation.data):
        try:
            prepare(installation)
            return _run(installation, options.port)
        finally:
            installation.stop_database()
            print("Stopped.", flush=True)


def prepare(installation: Installation) -> None:
    """A database with tables and invented people in it, and the files pages need."""
    print("Starting the database.", flush=True)
    installation.start_database()
    if (installation.data / "loading").exists():
        embedded.empty_database(installation.data)
        (installation.data / "migrated").unlink(missing_ok=True)
    installation.migrate_if_changed()
    _load_once(installation)
    installation.collect_static_if_changed()


def _load_once(installation: Installation) -> None:
    """If it was interrupted, a note is left, and next time all begins anew."""
    loading, loaded = installation.data / "loading", installation.data / "loaded"
    if loaded.exists() and not loading.exists():
        return
    print("Inventing a municipality and a year of its work.", flush=True)
    loading.touch()
    installation.manage("load_demonstration", role=embedded.OWNER)
    loaded.touch()
    loading.unlink()


def _run(installation: Installation, port: int) -> int:
    crew = processes.members(installation, HOST, port)

    def ready() -> None:
        processes.wait_until_healthy(HOST, port, "localhost", crew[0])
        print(f"\nLaget is at http://localhost:{port}/\n", flush=True)
        installation.manage("demonstration_people", role=embedded.OWNER)
        print("\nStop with Ctrl-C. Everything is kept until next time.", flush=True)

    return processes.run(installation, crew, ready)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("laget demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--reset", action="store_true", help="begin anew")
    parser.add_argument("--data", type=Path, help="the folder to keep everything in")
    return parser.parse_args(arguments)


def _forget(data: Path) -> None:
    """Only a folder that is a demonstration's own is thrown away."""
    if not data.exists() or not any(data.iterdir()):
        return
    if not (data / "keys").exists():
        give_up(f"{data} is not a demonstration's folder: nothing was thrown away.")
    with _only_one(data):
        embedded.stop(data)
        shutil.rmtree(data)


@contextmanager
def _only_one(data: Path) -> Iterator[None]:
    with open(data / "running", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Trouble(
                f"It is already running on {data}: stop that first, or name another "
                "folder with --data."
            ) from error
        yield
