"""Logging in, staying, running out and leaving, as a browser does it."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import expect

from tests.browser.conftest import barriers
from tests.committing import as_owner, db  # noqa: F401

TOKEN = re.compile(r"eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.")
OPEN = (
    "SELECT count(*) FROM accounts_session"
    " WHERE ended_at IS NULL AND user_id IS NOT NULL"
)
PICTURES = os.environ.get("LAGET_PICTURES", "")


@pytest.fixture(autouse=True)
def nothing_to_complain_of(page):
    yield
    assert page.complaints == []


def aside(do, *values):
    """Ask the database in a thread of its own: here the browser's loop runs."""

    def done():
        try:
            return do(*values)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(done).result()


def log_in(page):
    page.goto("/login/?next=/sessions/")
    page.get_by_role("link", name="Logg inn med ID-porten").click()
    page.wait_for_url("**/sessions/")


def idle(minutes):
    """So long nobody has done anything."""
    aside(
        as_owner,
        "UPDATE accounts_session SET last_used_at = last_used_at"
        " - make_interval(secs => %s)",
        minutes * 60,
    )


def is_well_made(page, name):
    """axe finds nothing, it fits a phone, and there is a picture if asked for."""
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        if PICTURES:
            path = Path(PICTURES) / f"{name}-{width}.png"
            page.screenshot(path=path, full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = barriers(page)
    assert found == []


def test_in_and_out_and_the_back_button_shows_nothing(page, rogue):
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Her er du logget inn")
    is_well_made(page, "sessions")

    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator("main").get_by_role("button", name="Logg ut").click()
    page.wait_for_url("**/logged-out/")
    (ended,) = rogue.ended
    assert ended["client_id"] and TOKEN.match(ended["id_token_hint"])
    is_well_made(page, "logged-out")

    page.goto("/privacy/")
    for _ in range(4):
        page.go_back()
        assert "Her er du logget inn" not in page.content()
    assert page.context.cookies(page.url) == []


def test_no_token_lies_in_the_browser(page):
    log_in(page)

    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    cookies = page.context.cookies()
    assert not TOKEN.search(kept + str(cookies) + page.content())
    (ours,) = [c for c in cookies if c["name"] == "session"]
    assert ours["httpOnly"] and ours["sameSite"] == "Lax" and ours["expires"] == -1


def test_two_minutes_before_the_end_one_can_stay(page):
    log_in(page)
    page.get_by_role("button", name="Avslutt").count()
    idle(28)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.reload()  # a sign of life: nothing is said
    expect(page.locator(".session [role=alert]")).to_be_empty()

    idle(28.2)
    page.clock.install()
    page.reload()
    idle(28.2)
    page.clock.fast_forward(29 * 60 * 1000)

    warning = page.locator(".session [role=alert]")
    expect(warning).to_contain_text("Du blir logget ut om to minutter")
    is_well_made(page, "warning")
    page.get_by_role("button", name="Fortsett å være logget inn").click()
    expect(warning).to_contain_text("Du er fortsatt logget inn")
    assert aside(as_owner, OPEN) == (1,)


def test_when_it_has_run_out_the_page_goes_and_says_why(page):
    log_in(page)
    page.clock.install()
    page.reload()
    idle(31)
    page.clock.fast_forward(31 * 60 * 1000)

    page.wait_for_url("**/login/?out=1&next=%2Fsessions%2F")
    expect(page.get_by_text("Du er logget ut")).to_be_visible()
    is_well_made(page, "login")
    page.get_by_role("link", name="Logg inn med ID-porten").click()
    page.wait_for_url("**/sessions/")


def test_what_was_sent_too_late_is_there_after_logging_in(page):
    log_in(page)
    idle(31)
    page.get_by_role("button", name="Logg ut").count()
    page.evaluate(
        "document.querySelector('main form').action = '/sessions/?x=1';"
        "document.querySelector('main form').insertAdjacentHTML('beforeend',"
        " '<textarea name=text>Nora smilte i dag.</textarea>')"
    )
    page.evaluate("document.querySelector('main form').requestSubmit()")
    page.wait_for_url("**/login/?next=/kept/**")
    expect(page.get_by_text("Det du skrev, er tatt vare på")).to_be_visible()

    page.get_by_role("link", name="Logg inn med ID-porten").click()
    page.wait_for_url("**/kept/**")
    expect(page.get_by_text("Nora smilte i dag.").first).to_be_visible()
    is_well_made(page, "kept")
    page.get_by_role("button", name="Send det nå").click()
    page.wait_for_url("**/sessions/")


def test_a_refusal_is_kind_and_one_can_log_out(page, rogue):
    rogue.knobs.pid = None
    page.goto("/login/")
    page.get_by_role("link", name="Logg inn med ID-porten").click()

    expect(page.get_by_text("forteller oss ikke hvem du er")).to_be_visible()
    is_well_made(page, "refused")
    page.get_by_role("button", name="Logg ut av ID-porten").click()
    page.wait_for_url("**/logged-out/")


def test_the_warning_asks_by_itself_and_is_no_sign_of_life(page):
    log_in(page)
    before = aside(as_owner, "SELECT max(last_used_at) FROM accounts_session")
    page.evaluate("fetch('/session/', {headers: {'X-Background': '1'}})")
    assert aside(as_owner, "SELECT max(last_used_at) FROM accounts_session") == before
