"""The demonstration as anyone starts it, for the tests that need a real server."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

HOME = Path(__file__).resolve().parents[1]
READY = "Stop with Ctrl-C"
PATIENCE = 180  # seconds a loaded machine may take to invent a year
GOODBYE = 30
INVENTED = "TESTS_INVENTED"  # names the folder of what a run invents once


class Served:
    """A running demonstration: its address, its folder, and what it said."""

    def __init__(self, process: subprocess.Popen[str], port: int, data: Path) -> None:
        self.process, self.port, self.data = process, port, data
        self.address = f"http://localhost:{port}"
        self.said: list[str] = []
        self.ears: Thread | None = None

    def listen(self) -> None:
        """Until it is ready; then on, in a thread, so that it never waits for us."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if READY in line:
                self.ears = Thread(target=self.said.extend, args=[self.process.stdout])
                self.ears.start()
                return
        raise RuntimeError("".join(self.said[-40:]))

    def stop(self) -> None:
        """As one stops it by hand."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(GOODBYE)
        if self.ears:
            self.ears.join()
        assert self.process.stdout
        self.process.stdout.close()


@contextmanager
def demonstration() -> Iterator[Served]:
    """On a free port in a folder of its own, from the year that this run invented."""
    with tempfile.TemporaryDirectory(prefix="laget-served-") as folder:
        Path(folder).chmod(0o755)  # the database's own account must get through
        data = Path(folder) / "data"
        if place := os.environ.get(INVENTED):
            _copy_invented(Path(place), data)
        with _running(data) as served:
            yield served


@contextmanager
def _running(data: Path) -> Iterator[Served]:
    """Start it as one does by hand; stop it with Ctrl-C."""
    served = _start(data)
    try:
        served.listen()
        yield served
    finally:
        served.stop()


@contextmanager
def invented_once() -> Iterator[None]:
    """While it lasts, a demonstration begins as a copy of the first one."""
    with tempfile.TemporaryDirectory(prefix="laget-invented-") as folder:
        Path(folder).chmod(0o755)
        os.environ[INVENTED] = folder
        yield
        del os.environ[INVENTED]


def _copy_invented(place: Path, data: Path) -> None:
    """The first who needs it starts one from nothing; the others wait for that."""
    with open(place / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "done").exists():
            with _running(place / "data"):
                (place / "done").touch()
    subprocess.run(["cp", "-a", place / "data", data], check=True)


def _start(data: Path) -> Served:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "laget.launcher", "demo"]
    command += ["--port", str(port), "--data", str(data)]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("LAGET_")}
    clean.pop("DJANGO_SETTINGS_MODULE", None)
    process = subprocess.Popen(
        command,
        cwd=HOME,
        env={**clean, "PYTHONPATH": str(HOME / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return Served(process, port, data)
