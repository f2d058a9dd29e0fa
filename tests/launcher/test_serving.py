"""The production server as it is started for real: it answers, heals and stops."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from laget.kernel import embedded
from laget.launcher import keys

HOME = Path(__file__).resolve().parents[2]
NAME = "laget.example.no"


@pytest.fixture(scope="module")
def data():
    folder = Path(tempfile.mkdtemp(prefix="laget-serving-"))
    folder.chmod(0o755)
    yield folder / "data"
    embedded.stop(folder / "data")
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def service(data, port):
    told = keys.fresh() | {"LAGET_ALLOWED_HOSTS": NAME, "PATH": os.environ["PATH"]}
    told |= {"PYTHONPATH": str(HOME / "src"), "LAGET_STATIC": str(data / "static")}
    if chosen := os.environ.get("LAGET_PG_BIN"):
        told["LAGET_PG_BIN"] = chosen
    words = ["serve", "--port", str(port), "--data", str(data)]
    command = [sys.executable, "-m", "laget.launcher", *words]
    with subprocess.Popen(command, env=told, stdout=subprocess.DEVNULL) as process:
        yield process
        process.terminate()


def test_it_answers(service, port):
    assert becomes(200, port)


def test_a_plain_address_is_sent_to_the_safe_one(service, port):
    status, headers = ask(port, "/")
    assert status == 301
    assert headers["Location"] == f"https://{NAME}/"


def test_what_every_page_forbids_the_browser(service, port):
    _, headers = ask(port, "/nowhere/", proto="https")
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_another_name_is_not_answered(service, port):
    assert ask(port, "/healthy/", name="evil.example")[0] == 400


def test_it_heals_when_the_database_is_killed(service, data, port):
    pid_file = data / "cluster" / "postmaster.pid"
    os.kill(int(pid_file.read_text().split()[0]), signal.SIGKILL)
    assert becomes(503, port)
    assert becomes(200, port)


def test_it_stops_in_order_and_leaves_nothing_running(service, data, port):
    service.terminate()
    assert service.wait(30) == 0
    assert not embedded.is_alive(data)
    with pytest.raises(ConnectionRefusedError):
        ask(port, "/healthy/")


def ask(port, path, *, name=NAME, proto="http"):
    visitor = HTTPConnection("127.0.0.1", port, timeout=10)
    visitor.request("GET", path, headers={"Host": name, "X-Forwarded-Proto": proto})
    response = visitor.getresponse()
    response.read()
    visitor.close()
    return response.status, response.headers


def becomes(status, port):
    """Whether it answers so within half a minute; asked again and again."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            if ask(port, "/healthy/")[0] == status:
                return True
        except OSError:
            os.sched_yield()
    return False
