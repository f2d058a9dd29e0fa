"""What a page asks the database: how many statements, and how each is answered."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.bench.pages import HOST, Page
from tests.bench.people import Person

MANY = 5_000  # rows read and thrown away: the mark of a list that will not scale
EXPLAIN = "EXPLAIN (ANALYZE, FORMAT JSON) "
READS = re.compile(r"\s*(SELECT|WITH|\(SELECT)\b", re.I)


@dataclass
class Asked:
    """The statements of one page, and what their plans threw away."""

    statements: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)
    wasteful: list[str] = field(default_factory=list)


def of(page: Page, person: Person, *, explain: bool = False) -> Asked:
    """Ask for the page in this process, as the application's role."""
    from django.db import connection
    from django.test import Client

    client = Client(
        raise_request_exception=False, headers={"host": HOST, "accept-language": "nb"}
    )
    if not page.is_open:
        client.cookies["__Host-session"] = person.session
    asked = Asked()
    path = page.where(person)
    with connection.execute_wrapper(_watch(asked, explain=explain)):
        if page.typed:
            client.post(path, page.typed(path), secure=True)
        else:
            client.get(path, secure=True)
    return asked


def _watch(asked: Asked, *, explain: bool) -> Callable[..., Any]:
    def watch(
        execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        asked.statements.append(sql)
        if explain and READS.match(sql) and "FOR UPDATE" not in sql:
            plan, ms = _plan(context["connection"], sql, params)
            asked.ms.append(ms)
            asked.wasteful += [f"{n} rows: {sql[:120]}" for n in thrown_away(plan)]
        return execute(sql, params, many, context)

    return watch


def _plan(connection: Any, sql: str, params: Any) -> tuple[dict[str, Any], float]:
    with connection.connection.cursor() as cursor:
        cursor.execute(EXPLAIN + sql, params)
        (found,) = cursor.fetchone()
    return found[0]["Plan"], found[0]["Planning Time"] + found[0]["Execution Time"]


def thrown_away(plan: dict[str, Any]) -> Iterator[int]:
    """Where a plan reads thousands of rows only to leave them out."""
    removed = plan.get("Rows Removed by Filter", 0) * plan.get("Actual Loops", 1)
    if removed > MANY:
        yield int(removed)
    for part in plan.get("Plans", []):
        yield from thrown_away(part)


@contextmanager
def seen_by(connection: Any, key: str) -> Iterator[None]:
    """Inside: the owner's connection, but with somebody acting."""
    with connection.transaction():
        connection.execute(
            "SELECT set_config('app.actor', %s, true), "
            "set_config('app.role', 'staff', true)",
            [key],
        )
        yield
