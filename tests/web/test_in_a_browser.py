"""What only a browser can tell: the policy, the focus, the small screen."""

import gzip
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.look import measure

PAGES = ["/", "/parts/", "/conflict/", "/fails/missing/", "/fails/down/"]
WRITTEN = "Nora lo i dag."


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1280, 320])
def test_a_page_has_no_barriers(tab: Page, complaints: Any, path: str, width: int):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(path, wait_until="networkidle")

    assert measure(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert complaints == []


def test_a_form_sent_back_has_no_barriers_either(tab: Page, complaints: Any):
    tab.goto("/parts/")
    tab.get_by_role("button", name="Lagre notatet").click()
    expect(tab.locator("#errors")).to_be_focused()

    assert measure(tab) == []
    assert complaints == []


def test_htmx_replaces_the_region_alone(tab: Page):
    tab.goto("/parts/")
    tab.evaluate("window.same = true")
    tab.get_by_role("button", name="Lagre notatet").click()
    expect(tab.locator("#errors")).to_be_focused()

    assert tab.evaluate("window.same")
    assert tab.locator("h1").count() == 1


def fill(tab: Page) -> None:
    tab.get_by_label("Overskrift").fill("Friminutt")
    tab.get_by_label("Hva har skjedd?").fill(WRITTEN)
    tab.get_by_label("Når").fill("20.11.2026")
    tab.get_by_label("Samtale").check()
    tab.get_by_label("Skole").select_option("v")
    tab.get_by_label("7", exact=True).check(force=True)


def test_what_was_done_is_said(tab: Page, complaints: Any):
    tab.goto("/parts/")
    fill(tab)
    tab.get_by_role("button", name="Lagre notatet").click()

    expect(tab.get_by_role("status").first).to_contain_text("Notatet er lagret.")
    assert complaints == []


def test_all_of_it_works_without_javascript(browser: Browser, gallery: str):
    context = browser.new_context(
        base_url=gallery, locale="nb-NO", java_script_enabled=False
    )
    tab = context.new_page()
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto("/parts/")
    tab.locator("summary", has_text="Meny").click()
    expect(tab.get_by_role("link", name="Min dag")).to_be_visible()
    tab.locator("summary", has_text="Trekk samtykket").click()
    expect(tab.get_by_role("button", name="Ja, trekk samtykket")).to_be_visible()

    fill(tab)
    tab.get_by_role("button", name="Lagre notatet").click()
    expect(tab.get_by_role("status").first).to_contain_text("Notatet er lagret.")
    context.close()


def test_a_draft_is_saved_while_one_writes(tab: Page):
    tab.goto("/parts/")
    tab.get_by_label("Hva har skjedd?").fill(WRITTEN)

    expect(tab.locator("[data-autosave-status]")).to_have_text("Lagret kl. 14.03")


def test_save_waits_until_the_page_has_saved_itself(tab: Page):
    held: list[Any] = []
    sent: list[str] = []
    tab.route("**/autosave/", lambda route: held.append(route))
    tab.on("request", lambda r: sent.append(f"{r.method} {r.url}"))
    tab.goto("/parts/")
    fill(tab)
    tab.get_by_role("button", name="Lagre notatet").click()
    expect(tab.locator("[data-autosave-status]")).to_have_text("Lagrer …")
    assert not [line for line in sent if line.endswith("/parts/") and "POST" in line]

    held[0].fulfill(json={"clock": "14.03", "version": 5})
    expect(tab.get_by_role("status").first).to_contain_text("Notatet er lagret.")
    assert len(held) == 1


def test_what_was_written_without_a_network_comes_back(tab: Page):
    tab.goto("/parts/")
    tab.route("**/autosave/", lambda route: route.abort())
    tab.get_by_label("Hva har skjedd?").fill(WRITTEN)
    status = tab.locator("[data-autosave-status]")
    expect(status).to_contain_text("tatt vare på i dette vinduet")

    tab.reload()
    expect(tab.get_by_label("Hva har skjedd?")).to_have_value(WRITTEN)
    expect(tab.locator("#said")).to_contain_text("satte det tilbake")


def test_what_was_written_comes_back_to_nobody_else(tab: Page):
    tab.goto("/parts/")
    tab.route("**/autosave/", lambda route: route.abort())
    tab.get_by_label("Hva har skjedd?").fill(WRITTEN)
    expect(tab.locator("[data-autosave-status]")).to_contain_text("vinduet")

    tab.goto("/parts/?as=another")
    expect(tab.get_by_label("Hva har skjedd?")).to_have_value("")
    assert WRITTEN not in tab.evaluate("JSON.stringify({...sessionStorage})")


def test_when_the_server_is_away_nothing_is_swapped_in(tab: Page):
    tab.goto("/parts/")
    fill(tab)
    tab.route("**/parts/", lambda route: route.fulfill(status=502, body="<h1>nginx"))
    tab.get_by_role("button", name="Lagre notatet").click()

    expect(tab.locator("#notices")).to_contain_text("Det du skrev, står her fortsatt")
    expect(tab.get_by_label("Hva har skjedd?")).to_have_value(WRITTEN)


def test_what_was_sent_in_vain_comes_back_when_one_goes_back(tab: Page):
    tab.goto("/parts/")
    tab.evaluate("document.querySelector('#note-form').removeAttribute('hx-boost')")
    fill(tab)
    tab.route("**/parts/", lambda route: route.abort())
    with tab.expect_event("requestfailed", lambda r: r.url.endswith("/parts/")):
        tab.get_by_role("button", name="Lagre notatet").click()
    tab.unroute("**/parts/")

    tab.goto("/parts/")
    expect(tab.get_by_label("Hva har skjedd?")).to_have_value(WRITTEN)
    expect(tab.get_by_label("Skole")).to_have_value("v")


def test_what_arrived_does_not_come_back(tab: Page):
    tab.goto("/parts/")
    fill(tab)
    tab.get_by_role("button", name="Lagre notatet").click()
    expect(tab.get_by_role("status").first).to_contain_text("Notatet er lagret.")

    tab.goto("/parts/")
    expect(tab.get_by_label("Hva har skjedd?")).to_have_value("")


def test_a_first_visit_is_light_and_the_next_lighter(tab: Page):
    sizes: dict[str, int] = {}
    tab.on("response", lambda r: sizes.update({r.url: weigh(r)}))
    tab.goto("/", wait_until="networkidle")

    assert sum(sizes.values()) < 250_000
    assert sizes[f"{tab.url}"] < 30_000


def weigh(response: Any) -> int:
    body = response.body()
    return len(body) if ".woff2" in response.url else len(gzip.compress(body))
