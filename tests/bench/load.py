"""Asking over kept sockets, and how long the answers take."""

import socket
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Next = Callable[[], bytes]  # the next request to send


class Refused(Exception):
    """The server answered something else than the page."""


@dataclass
class Answer:
    status: int
    body: bytes
    ms: float


@dataclass
class Visitor:
    """One connection. It is opened again when the server has closed it."""

    port: int
    line: socket.socket | None = None

    def ask(self, request: bytes) -> Answer:
        try:
            return self._ask(request)
        except (ConnectionError, BrokenPipeError):
            self.line = None
            return self._ask(request)

    def _ask(self, request: bytes) -> Answer:
        if self.line is None:
            self.line = socket.create_connection(("127.0.0.1", self.port), 60)
            self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        started = time.perf_counter()
        self.line.sendall(request)
        head, body = self._read(self.line)
        ms = (time.perf_counter() - started) * 1000
        if b"connection: close" in head.lower():
            self.line = None
        return Answer(int(head.split(b" ", 2)[1]), body, ms)

    def _read(self, line: socket.socket) -> tuple[bytes, bytes]:
        got = b""
        while b"\r\n\r\n" not in got:
            more = line.recv(65536)
            if not more:
                raise ConnectionError
            got += more
        head, _, body = got.partition(b"\r\n\r\n")
        length = _length(head)
        while length is None or len(body) < length:
            more = line.recv(1 << 18)
            if not more:
                break
            body += more
        return head, body


def _length(head: bytes) -> int | None:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return None


@dataclass
class Times:
    """Milliseconds of one page, and how many answers a second four at a time get."""

    ms: list[float] = field(default_factory=list)
    rps: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.ms)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.ms, n=20)[-1]

    @property
    def best_rps(self) -> float:
        return statistics.median(self.rps)


def some(
    visitor: Visitor, next_one: Next, expected: int, count: int
) -> Iterator[float]:
    """Ask `count` times, one at a time."""
    for _ in range(count):
        answer = visitor.ask(next_one())
        if answer.status != expected:
            raise Refused(f"{answer.status} instead of {expected}")
        yield answer.ms


def together(port: int, next_one: Next, expected: int, seconds: float) -> float:
    """Answers a second with four connections kept busy."""
    counts, end = [0] * 4, time.monotonic() + seconds

    def keep_asking(number: int) -> None:
        visitor = Visitor(port)
        while time.monotonic() < end:
            if visitor.ask(next_one()).status == expected:
                counts[number] += 1

    threads = [threading.Thread(target=keep_asking, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds
