"""A mail server in the test: it takes what it is sent, or fails as it is told to."""

import email
import email.policy
import socket
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class Handler:
    def __init__(self):
        self.letters, self.mode, self.asked = [], "ok", 0

    async def handle_DATA(self, server, session, envelope):
        self.asked += 1
        if self.mode == "later":
            return "451 4.3.2 Try again later"
        raw = bytes(envelope.content)
        letter = email.message_from_bytes(raw, policy=email.policy.default)
        self.letters.append((envelope.rcpt_tos, letter, raw.decode()))
        if self.mode == "silent":  # takes it, and dies before it has said so
            session.peer_closed = True
            server.transport.abort()
        return "250 OK"


class Server(Controller):
    def factory(self):
        return SMTP(self.handler, hostname="sink.example")


class Sink:
    """On a free port of this machine, the same one when it has been down."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.handler = Handler()
        self.start()

    def start(self):
        self.server = Server(self.handler, hostname="127.0.0.1", port=self.port)
        self.server.start()

    def stop(self):
        if self.server:
            self.server.stop()
        self.server = None

    @property
    def letters(self):
        return self.handler.letters

    def fail(self, mode):
        self.handler.mode = mode


@contextmanager
def running():
    sink = Sink()
    try:
        yield sink
    finally:
        sink.stop()
