"""A database beside the tests' own, empty but for its tables, reached as its owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from laget.demonstration.roles import connected_as
from laget.kernel import embedded

EMPTY = f"{settings.TEMPLATE}_empty"
CARELESS = ("fsync", "synchronous_commit", "full_page_writes")


def need_not_last(data: Path) -> None:
    """Nothing here outlives the run: what waits for the disk waits for nobody."""
    with embedded.connect(data) as connection:
        for setting in CARELESS:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


def keep_empty_one(data: Path) -> None:
    """Migrated, with nobody in it: each own database begins as a copy."""
    embedded.copy_database(data, EMPTY, template=settings.TEMPLATE)


def role_in(name: str, role: str) -> dict[str, Any]:
    database: dict[str, Any] = embedded.database(settings.DATA, role, name)
    return database


@contextmanager
def own_database(word: str) -> Iterator[str]:
    """Make it anew, one a worker; its name is the value, and it is `default` inside."""
    name = f"{settings.TEST_NAME}_{word}"
    embedded.copy_database(settings.DATA, name, template=EMPTY)
    with connected_as(role_in(name, embedded.OWNER)):
        yield name
