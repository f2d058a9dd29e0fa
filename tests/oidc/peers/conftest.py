"""Providers that others have made, each started for the tests that speak to it.

Where one cannot be, its tests are not collected: `./laget test` has said so.
"""

import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
import requests

from laget.accounts.oidc import metadata
from laget.launcher import peers
from tests.oidc.visitor import Visitor

FILES = {"oidc-provider": "test_oidc_provider.py", "glewlwyd": "test_glewlwyd.py"}
collect_ignore = [FILES[peer] for peer, why in peers.found().items() if why]
PATIENCE = 20  # seconds


@pytest.fixture
def visitor(db):
    somebody = Visitor()
    metadata.forget()
    yield somebody
    somebody.close()
    metadata.forget()


@pytest.fixture(scope="session")
def letterbox():
    """Where a provider posts what it tells us behind the browser's back."""
    posted = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            posted.append({name: v[0] for name, v in parse_qs(text).items()})
            self.send_response(200)
            self.end_headers()

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.posted, server.url = posted, f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def running(command, address, **options):
    """The provider, from when it answers until the tests are done."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, **options) as process:
        try:
            _wait(process, address)
            yield process
        finally:
            process.terminate()


def _wait(process, address):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            requests.get(address, timeout=1).close()
        except requests.RequestException:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"{process.args[0]} did not start.")
