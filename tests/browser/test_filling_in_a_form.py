"""A form in a real browser: it saves itself, and keeps one's place in it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab

WRITTEN = "Ella teller #dager til tirsdag."
SAVED = "[data-autosave-status][data-state=saved]"


@pytest.fixture
def form(tab: Tab) -> Tab:
    """Turid's draft of an evaluation, from Ella's page."""
    tab.log_in("Turid Haugland")
    tab.page.goto("/children/")
    tab.page.get_by_role("link", name="Ella").first.click()
    tab.page.locator("#forms a", has_text="Evaluering").click()
    expect(tab.page.locator("h1")).to_have_text("Evaluering")
    return tab


def test_it_saves_itself_and_focus_stays(form: Tab):
    text = form.page.locator("#fill textarea").nth(2)
    text.fill(WRITTEN)
    expect(form.page.locator(SAVED)).to_be_visible()
    expect(text).to_be_focused()

    form.page.reload()

    expect(form.page.locator("#fill textarea").nth(2)).to_have_value(WRITTEN)


def test_a_row_is_added_where_one_is_and_without_a_trip(form: Tab):
    page = form.page
    page.evaluate("window.same = true")
    rows = page.locator("#fill [data-row]")
    before = rows.count()

    page.locator("[data-add-row]").first.press("Enter")

    expect(rows).to_have_count(before + 1)
    expect(rows.last.locator("input, textarea").first).to_be_focused()
    page.keyboard.type("2")
    expect(page.locator(SAVED)).to_be_visible()
    assert page.evaluate("window.same")
    assert form.barriers() == []
    assert form.complaints == []


def test_enter_in_a_line_saves_and_adds_no_row(form: Tab):
    page = form.page
    rows = page.locator("#fill [data-row]").count()

    page.locator("#fill input[type=text]").first.press("Enter")

    expect(page.locator("#said")).to_contain_text("lagret")
    assert page.locator("#fill [data-row]").count() <= rows
