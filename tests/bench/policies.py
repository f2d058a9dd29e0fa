"""What the functions under the policies cost, each by itself: every statement pays."""

import statistics
import time
from typing import Any

from laget.kernel import embedded
from laget.launcher.installation import Installation
from tests.bench.people import Person
from tests.bench.statements import seen_by, thrown_away

ROUNDS = 20
NAMES = """
SELECT proname, prosrc FROM pg_proc JOIN pg_type kind ON kind.oid = prorettype
WHERE pronamespace = 'public'::regnamespace AND pronargs = 0 AND proretset
  AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'sql')
  AND kind.typname = 'uuid'
ORDER BY proname
"""


def measured(installation: Installation, people: list[Person]) -> list[dict[str, Any]]:
    """Median milliseconds of each function, and rows its own plan throws away."""
    with embedded.connect(installation.data, name=embedded.NAME) as superuser:
        functions = superuser.execute(NAMES).fetchall()
        return [_one(superuser, name, body, people) for name, body in functions]


def _one(connection: Any, name: str, body: str, people: list[Person]) -> dict[str, Any]:
    ms, wasteful = [], []
    for person in people:
        with seen_by(connection, person.key):
            for _ in range(ROUNDS // 4):
                started = time.perf_counter()
                connection.execute(f"SELECT count(*) FROM {name}()")
                ms.append((time.perf_counter() - started) * 1000)
    with seen_by(connection, people[0].key):
        explain = f"EXPLAIN (ANALYZE, FORMAT JSON) {body}"
        (plan,) = connection.execute(explain).fetchone()
        wasteful = [int(n) for n in thrown_away(plan[0]["Plan"])]
    return {"name": name, "median_ms": statistics.median(ms), "wasteful": wasteful}
