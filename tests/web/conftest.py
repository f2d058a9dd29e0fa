"""The gallery of parts, in the test client and in a browser."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web import gallery_settings
from tests.web.look import CHROMIUM

HOME = Path(__file__).resolve().parents[2]
TAKEN_OVER = [
    *("ROOT_URLCONF", "MIDDLEWARE", "LAGET_AROUND", "SESSION_ENGINE"),
    *("CSRF_FAILURE_VIEW", "LOGIN_URL", "CONTENT_SECURITY_POLICY", "LANGUAGE_CODE"),
]


@pytest.fixture
def shown(settings: Any, client: Any, db: None) -> Any:
    """The test client, before the gallery; errors are answered, not raised.

    With the database: where an earlier test has left a connection, an answer that
    finds the database gone looks at it.
    """
    for name in TAKEN_OVER:
        setattr(settings, name, getattr(gallery_settings, name))
    settings.MIDDLEWARE = [m for m in settings.MIDDLEWARE if "whitenoise" not in m]
    settings.TEMPLATES = _with_gallery(settings.TEMPLATES)
    client.raise_request_exception = False
    return client


def _with_gallery(templates: Any) -> Any:
    """The loaders stay: partials were put into them when the program began."""
    [ours] = deepcopy(templates)
    [wanted] = gallery_settings.TEMPLATES
    processors = wanted["OPTIONS"]["context_processors"]
    ours["DIRS"] = wanted["DIRS"]
    ours["OPTIONS"]["context_processors"] = processors
    return [ours]


@pytest.fixture(scope="session")
def gallery() -> Iterator[str]:
    """The address of a server that shows the gallery."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.web.gallery_settings",
        "PYTHONPATH": f"{HOME / 'src'}:{HOME}",
    }
    command = [sys.executable, "-m", "django", "runserver", "--noreload", f"{port}"]
    server = subprocess.Popen(
        command,
        cwd=HOME,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address := f"http://127.0.0.1:{port}")
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> None:
    """Asked again until it answers: what it answers does not matter here."""
    end = monotonic() + 90
    while monotonic() < end:
        try:
            urlopen(f"{address}/autosave/", timeout=5).close()
        except URLError:
            continue
        return
    raise TimeoutError(address)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each file: while it is open, no other test may ask the database."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(**CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: scripts that failed, what the policy stopped."""
    return []


@pytest.fixture
def tab(browser: Browser, gallery: str, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(base_url=gallery, locale="nb-NO")
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: _note(complaints, line))
    yield page
    context.close()


def _note(complaints: list[str], line: Any) -> None:
    if line.type == "error" and "Failed to load resource" not in line.text:
        complaints.append(line.text)
