"""The demonstration as anyone starts it, for the tests that need a real server."""

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
    """Start it on a free port in a folder of its own; stop it with Ctrl-C."""
    with tempfile.TemporaryDirectory(prefix="laget-served-") as folder:
        Path(folder).chmod(0o755)  # the database's own account must get through
        served = _start(Path(folder) / "data")
        try:
            served.listen()
            yield served
        finally:
            served.stop()


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
