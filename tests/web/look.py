"""Take pictures of the gallery and measure it with axe: `python -m tests.web.look`."""

import os
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

AXE = Path(__file__).parents[1] / "browser/vendor/axe.min.js"
report = sys.stderr.write
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM: dict[str, Any] = {
    "executable_path": os.environ.get("LAGET_BROWSER", "/usr/bin/chromium"),
    "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
}


def measure(page: Any) -> list[str]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [
        f"{v['id']}: {n['target']} {n['failureSummary'][:300]}"
        for v in found["violations"]
        for n in v["nodes"]
    ]


def main(base: str, folder: str, *paths: str) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(**CHROMIUM)
        for width in (1280, 360, 320):
            page = browser.new_page(
                viewport={"width": width, "height": 900}, locale="nb-NO"
            )
            page.on("console", lambda m: report(f"{m.type}: {m.text[:300]}\n"))
            page.on("pageerror", lambda e: report(f"{e}\n"))
            for path in paths:
                page.goto(base + path)
                page.wait_for_load_state("networkidle")
                wide = page.evaluate("document.documentElement.scrollWidth")
                name = path.strip("/").replace("/", "-") or "child"
                page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
                report(f"{path} {width}: {wide} wide, {measure(page)}\n")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
