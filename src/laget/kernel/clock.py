"""What time it is: one clock for Python and for the database.

In the ordinary database `clock_now()` (when the transaction began) and `clock_exact()`
(this very moment) are PostgreSQL's own clock and nothing moves them.
Only the owner can replace it by the movable one, as the demonstration does while its
year of history is played, and the tests do in a database of their own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

REAL = """
CREATE OR REPLACE FUNCTION clock_now() RETURNS timestamptz LANGUAGE sql STABLE
    RETURN now();
CREATE OR REPLACE FUNCTION clock_exact() RETURNS timestamptz LANGUAGE sql VOLATILE
    RETURN clock_timestamp();
"""
MOVABLE = """
CREATE OR REPLACE FUNCTION clock_now() RETURNS timestamptz LANGUAGE sql STABLE
    RETURN COALESCE(NULLIF(current_setting('app.clock', true), '')::timestamptz, now());
CREATE OR REPLACE FUNCTION clock_exact() RETURNS timestamptz LANGUAGE sql VOLATILE
    RETURN clock_now() + (clock_timestamp() - now());
"""

_moved: ContextVar[datetime | None] = ContextVar("moved", default=None)


def now() -> datetime:
    """This moment, or the one the clock was moved to."""
    return _moved.get() or timezone.now()


def today() -> date:
    """The date in Norway."""
    return now().astimezone(timezone.get_default_timezone()).date()


def moved_to() -> str:
    """What the database is told: empty when the clock has not been moved."""
    moment = _moved.get()
    return moment.isoformat() if moment else ""


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Run the block as if it were `moment`."""
    token = _moved.set(moment)
    try:
        yield
    finally:
        _moved.reset(token)
