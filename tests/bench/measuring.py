"""A page and its floor, in turn, in one run: only so is the ratio worth anything."""

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

from tests.bench import load, statements
from tests.bench.load import Refused, Times, Visitor
from tests.bench.pages import PAGES, Page, request
from tests.bench.people import Person
from tests.bench.servers import Server

ROUNDS, FEWEST, IN_A_ROUND, WARM = 24, 8, 8, 2
ENOUGH = 12.0  # seconds a page may be measured for, once there are enough answers
BUSY_ROUNDS, BUSY_SECONDS = 2, 2.0
ROWS = 50
STATEMENTS, P95, SAME = 15, 2.0, 1.3


def all_pages(
    ours: Server, floor: Server, people: list[Person], names: list[str]
) -> Iterator[dict[str, Any]]:
    for page in PAGES:
        if names and page.name not in names:
            continue
        try:
            yield _measured(page, ours, floor, people)
        except Refused as why:
            yield {"name": page.name, "failed": str(why)}


def _measured(
    page: Page, ours: Server, floor: Server, people: list[Person]
) -> dict[str, Any]:
    people = [person for person in people if person.is_family == page.is_family]
    rows = {person: _rows(page, ours, person) for person in people}
    here = _requests(page, people, page.where)
    there = _requests(page, people, lambda person: page.floor(person, rows[person]))
    floor_status = 303 if page.status == 302 else 200
    mine, least = _alternate(
        (ours.port, here, page.status), (floor.port, there, floor_status), len(people)
    )
    asked = [statements.of(page, person) for person in people]
    return {
        "name": page.name,
        "rows": sorted(rows.values()),
        "median_ms": round(mine.median, 2),
        "p95_ms": round(mine.p95, 2),
        "rps": round(mine.best_rps, 1),
        "statements": max(len(one.statements) for one in asked),
        "floor_ms": round(least.median, 2),
        "floor_p95_ms": round(least.p95, 2),
        "floor_rps": round(least.best_rps, 1),
        "ratio": round(mine.median / least.median, 2),
        "budget": page.times,
    }


def _alternate(
    mine: tuple[int, load.Next, int], least: tuple[int, load.Next, int], people: int
) -> tuple[Times, Times]:
    sides = [(Visitor(side[0]), side, Times()) for side in (mine, least)]
    for visitor, (_, next_one, status), _ in sides:  # every worker, every person
        for _ in load.some(visitor, next_one, status, WARM * people):
            pass
    began = time.monotonic()
    for done in range(ROUNDS):
        if done >= FEWEST and time.monotonic() - began > ENOUGH:
            break
        for visitor, (_, next_one, status), times in sides:
            times.ms += load.some(visitor, next_one, status, IN_A_ROUND)
    for _ in range(BUSY_ROUNDS):
        for _, (port, next_one, status), times in sides:
            times.rps.append(load.together(port, next_one, status, BUSY_SECONDS))
    return sides[0][2], sides[1][2]


def _requests(
    page: Page, people: list[Person], path: Callable[[Person], str]
) -> load.Next:
    turn = cycle(people)

    def next_one() -> bytes:
        person = next(turn)
        return request(page, person, path(person))

    return next_one


def _rows(page: Page, ours: Server, person: Person) -> int:
    """As many lines as the page itself has, for its floor to print."""
    answer = Visitor(ours.port).ask(request(page, person, page.where(person)))
    if answer.status != page.status:
        raise Refused(f"{page.name} answers {answer.status}, not {page.status}")
    if not page.rows:
        return ROWS
    main = answer.body.partition(b"<main")[2].partition(b"</main")[0]
    return max(1, main.count(page.rows.encode()))


def broken(page: dict[str, Any]) -> list[str]:
    """Which budgets it exceeds, in words."""
    if "failed" in page:
        return [page["failed"]]
    why = []
    if page["ratio"] > page["budget"]:
        why.append(f"{page['ratio']} times its floor, not {page['budget']}")
    if page["p95_ms"] > P95 * page["median_ms"]:
        why.append(f"p95 is {page['p95_ms'] / page['median_ms']:.1f} times the median")
    if page["statements"] > STATEMENTS:
        why.append(f"{page['statements']} statements, not {STATEMENTS}")
    return why


def grown(pages: list[dict[str, Any]], before: list[dict[str, Any]]) -> list[str]:
    """Which pages cost more, beside their floor, than they did with fewer logs."""
    was = {page["name"]: page["ratio"] for page in before if "ratio" in page}
    return [
        f"{page['name']}: {page['ratio']} times its floor; with fewer logs {was[name]}"
        for page in pages
        if (name := page["name"]) in was and page.get("ratio", 0) > SAME * was[name]
    ]
