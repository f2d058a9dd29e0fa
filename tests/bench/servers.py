"""The two servers: ours as the launcher starts it, and the floor beside it."""

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from laget.launcher import processes
from laget.launcher.installation import Installation
from laget.launcher.places import HOME, SOURCE
from tests.bench.load import Visitor

OURS = "laget.config.wsgi"
FLOOR = "tests.bench.floor.wsgi"
HELLO = (
    "GET {path} HTTP/1.1\r\nHost: bench.invalid\r\nX-Forwarded-Proto: https\r\n"
    "Content-Length: 0\r\n\r\n"
)


@dataclass(frozen=True)
class Server:
    port: int
    pid: int
    cold_ms: float

    @property
    def memory(self) -> float:
        """Proportional set size in MiB, of the master and its workers."""
        return sum(_pss(pid) for pid in (self.pid, *_children(self.pid)))


@contextmanager
def ours(installation: Installation) -> Iterator[Server]:
    with _running(installation, installation.environment(), OURS, "/healthy/") as it:
        yield it


@contextmanager
def floor(installation: Installation) -> Iterator[Server]:
    told = installation.environment()
    told["DJANGO_SETTINGS_MODULE"] = "tests.bench.floor.settings"
    told["PYTHONPATH"] = f"{SOURCE}{os.pathsep}{HOME}"
    with _running(installation, told, FLOOR, "/") as it:
        yield it


@contextmanager
def _running(
    installation: Installation, told: dict[str, str], name: str, path: str
) -> Iterator[Server]:
    """The web server's own command line, with this application and these words."""
    port = _free_port()
    web = processes.members(installation, "127.0.0.1", port)[0]
    command = [name if part == OURS else part for part in web.command]
    member = processes.Member("web server", command, told)
    started = time.monotonic()
    member.start()
    assert member.process is not None
    try:
        _wait(port, path)
        cold = (time.monotonic() - started) * 1000
        yield Server(port, member.process.pid, cold)
    finally:
        member.stop()


def _wait(port: int, path: str) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            Visitor(port).ask(HELLO.format(path=path).encode())
            return
        except OSError:
            if time.monotonic() > end:
                sys.exit("The server does not answer.")
            time.sleep(0.02)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in found.split()]


def _pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
