"""The web server and the worker, kept alive, and stopped in order."""

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

from laget.kernel import embedded
from laget.launcher.installation import Installation
from laget.launcher.places import HOME
from laget.launcher.trouble import Trouble

STOP = {signal.SIGINT, signal.SIGTERM}
WATCHED = STOP | {signal.SIGCHLD}
PATIENCE = 15  # seconds a process may take to finish what it is doing
TOO_OFTEN, WITHIN = 5, 60  # deaths, seconds
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
WORKERS, THREADS = 2, 4


@dataclass
class Member:
    """A process that is started again when it ends without being asked to."""

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    deaths: list[float] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *self.command],
            env=self.environment,
            cwd=HOME,
            stdout=subprocess.DEVNULL,  # what went wrong is said on the other
            start_new_session=True,
            preexec_fn=_follow_parent,
        )

    def revive(self) -> None:
        """Raises Trouble if it will not live."""
        if self.process is None or self.process.poll() is None:
            return
        now = time.monotonic()
        self.deaths = [at for at in self.deaths if at > now - WITHIN] + [now]
        if len(self.deaths) >= TOO_OFTEN:
            raise Trouble(f"The {self.name} keeps stopping; what it said is above.")
        self.start()

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def members(installation: Installation, host: str, port: int) -> list[Member]:
    web = ["-m", "gunicorn", "laget.config.wsgi", "--bind", f"{host}:{port}"]
    web += ["--workers", str(WORKERS), "--threads", str(THREADS), "--preload"]
    web += ["--worker-tmp-dir", _memory(), "--no-control-socket"]
    web += ["--graceful-timeout", "10", "--log-level", "warning"]
    worker = ["-m", "django", "procrastinate", "worker"]
    told = installation.environment()
    return [Member("web server", web, told), Member("worker", worker, told)]


def run(
    installation: Installation, crew: list[Member], ready: Callable[[], None]
) -> int:
    """Start them, say so, keep them alive, and stop them when told to."""
    signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
    try:
        for member in crew:
            member.start()
        ready()
        while not _told_to_stop():
            _revive(installation, crew)
    finally:
        for member in crew:
            member.stop()
    return 0


def refuse_taken_port(host: str, port: int) -> None:
    if not 0 < port < 65536:
        raise Trouble(f"There is no port {port}: choose one from 1024 to 65535.")
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        why = "taken" if error.errno == errno.EADDRINUSE else "closed to us"
        other = port + 1 if port >= 1024 else 8000
        raise Trouble(
            f"Port {port} is {why}: choose another, such as --port {other}."
        ) from error


def wait_until_healthy(host: str, port: int, name: str, member: Member) -> None:
    """Ask as a visitor would. Raises Trouble if it has not answered in a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if _answers(host, port, name):
            return
        if member.process is not None and member.process.poll() is not None:
            raise Trouble("The web server did not start; what it said is above.")
        if _told_to_stop(0.05):
            raise KeyboardInterrupt
    raise Trouble("The web server does not answer.")


def _answers(host: str, port: int, name: str) -> bool:
    visitor = HTTPConnection(host, port, timeout=5)
    try:
        visitor.request("GET", "/healthy/", headers={"Host": name})
        return visitor.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        visitor.close()


def _told_to_stop(seconds: float = 1.0) -> bool:
    received = signal.sigtimedwait(WATCHED, seconds)
    return received is not None and received.si_signo in STOP


def _revive(installation: Installation, crew: list[Member]) -> None:
    """The database first: without it the others have nothing to say."""
    if installation.is_embedded and not embedded.is_alive(installation.data):
        installation.start_database()
    for member in crew:
        member.revive()


def _follow_parent() -> None:
    """In the child: hear signals again, and end if the launcher is killed outright."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def _memory() -> str:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"
