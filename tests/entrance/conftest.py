"""A real browser before the real pages, with a provider on another host."""

from copy import deepcopy

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.committing import as_owner
from tests.oidc.conftest import families, rogue  # noqa: F401
from tests.served import Thread

OWN = ("kept", "spenttoken", "session", "identity")


class Quiet(WSGIRequestHandler):
    def log_message(self, *words):
        pass


class Server(ThreadedWSGIServer):
    """Each request in a thread, which gives its connection back."""

    daemon_threads = False

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()


@pytest.fixture
def site(db, families, settings):  # noqa: F811
    """Our own pages at localhost; the provider is at 127.0.0.1, another site."""
    policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
    policy["DIRECTIVES"]["form-action"] = ["'self'", *families.origins]
    settings.CONTENT_SECURITY_POLICY = policy
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    server = Server(("localhost", 0), Quiet)
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    for table in OWN:
        as_owner(f"DELETE FROM accounts_{table}")
    as_owner("DELETE FROM accounts_user WHERE nin_index <> ''")


@pytest.fixture
def chromium(site):
    """Closed before the database is asked again: its loop and Django's do not mix."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, site):
    context = chromium.new_context(base_url=site, locale="nb-NO")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda said: said.type == "error" and hear(page, said.text))
    yield page
    context.close()


def hear(page, text):
    if "status of" not in text:
        page.complaints.append(text)
