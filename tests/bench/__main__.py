"""`./laget bench`: the pages beside their floor, over a database of many logs."""

import argparse
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from laget.launcher import keys, translations
from laget.launcher.installation import Installation, production
from laget.launcher.places import default_data
from tests.bench import (
    data,
    measuring,
    people,
    policies,
    profiles,
    servers,
    statements,
)
from tests.bench.pages import HOST, PAGES, Page
from tests.bench.people import Person

MEMORY = 200  # MiB


def main() -> int:
    options = _options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    installation = _installation(options)
    installation.start_database()
    try:
        return _run(installation, options)
    finally:
        if not options.keep:
            installation.stop_database()


def _run(installation: Installation, options: argparse.Namespace) -> int:
    took = data.make(installation, options.logs)
    print(f"{options.logs} logs, made in {took:.0f} s.", flush=True)
    installation.migrate_if_changed()
    translations.compile_stale()
    installation.collect_static_if_changed()
    _set_up(installation)
    found = _measure(installation, options)
    if options.than:
        smaller = json.loads(options.than.read_text())
        found["broken"] += measuring.grown(found["pages"], smaller["pages"])
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n")
    _say(found)
    return 1 if found["broken"] else 0


def _measure(installation: Installation, options: argparse.Namespace) -> dict[str, Any]:
    everyone = people.log_in(installation)
    staff = [person for person in everyone if not person.is_family]
    found: dict[str, Any] = {"logs": options.logs}
    found["functions"] = policies.measured(installation, staff)
    with servers.ours(installation) as ours, servers.floor(installation) as floor:
        found["pages"] = list(measuring.all_pages(ours, floor, everyone, options.page))
        found["memory_mib"] = round(ours.memory, 1)
        found["floor_memory_mib"] = round(floor.memory, 1)
        found["cold_start_ms"] = round(ours.cold_ms)
    found["wasteful"] = [
        f"{page.name}: {waste}"
        for page in PAGES
        if not options.page or page.name in options.page
        for waste in statements.of(page, _of(page, everyone), explain=True).wasteful
    ]
    if not options.page or "profiles" in options.page:
        found["profiles"] = profiles.measured(installation)
    found["broken"] = _broken(found)
    return found


def _of(page: Page, everyone: list[Person]) -> Person:
    return next(one for one in everyone if one.is_family == page.is_family)


def _broken(found: dict[str, Any]) -> list[str]:
    why = [
        f"{page['name']}: {words}"
        for page in found["pages"]
        for words in measuring.broken(page)
    ]
    why += [f"rows removed by filter: {words}" for words in found["wasteful"]]
    why += [
        f"rows removed by filter: {one['wasteful']} in {one['name']}()"
        for one in found["functions"]
        if one["wasteful"]
    ]
    why += profiles.broken(found["profiles"]) if "profiles" in found else []
    if found["memory_mib"] > MEMORY:
        why.append(f"memory: {found['memory_mib']} MiB, not {MEMORY}")
    return why


def _say(found: dict[str, Any]) -> None:
    for one in found["functions"]:
        print(f"  {one['name']:24} {one['median_ms']:7.2f} ms")
    print(
        f"\n{'page':12} {'ms':>7} {'p95':>7} {'rps':>6}   floor {'rps':>6} ratio  SQL"
    )
    for page in found["pages"]:
        if "failed" in page:
            print(f"{page['name']:12} {page['failed']}")
            continue
        print(
            f"{page['name']:12} {page['median_ms']:7.1f} {page['p95_ms']:7.1f}"
            f" {page['rps']:6.0f} {page['floor_ms']:7.1f} {page['floor_rps']:6.0f}"
            f" {page['ratio']:5.1f} {page['statements']:4}  rows {page['rows'][-1]}"
        )
    print(f"\nmemory {found['memory_mib']} MiB (floor {found['floor_memory_mib']})")
    print(f"first answer after {found['cold_start_ms']} ms")
    for name, seconds in found.get("profiles", {}).items():
        print(f"profiles: {name} {seconds} s")
    for words in found["broken"]:
        print(f"over budget: {words}")


def _installation(options: argparse.Namespace) -> Installation:
    folder = options.data or default_data(f"bench-{options.logs}")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ.update(keys.kept(folder / "keys"))
    os.environ["LAGET_ALLOWED_HOSTS"] = HOST
    os.environ.pop("DATABASE_URL", None)
    return production(folder)


def _set_up(installation: Installation) -> None:
    os.environ.update(installation.environment())
    import django  # after the environment, which its settings are made from

    django.setup()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("laget bench", description=__doc__)
    parser.add_argument("--logs", type=int, default=10_000)
    parser.add_argument("--json", type=Path, help="write what was measured here too")
    parser.add_argument("--than", type=Path, help="such a file, of fewer logs")
    parser.add_argument("--data", type=Path, help="where the database is kept")
    parser.add_argument(
        "--page", action="append", default=[], help="only this page, or profiles"
    )
    parser.add_argument("--keep", action="store_true", help="leave the database on")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
