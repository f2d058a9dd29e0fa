"""A database beside the tests' own, empty but for its tables, reached as its owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command

from laget.demonstration.roles import connected_as
from laget.kernel import embedded


def role_in(name: str, role: str) -> dict[str, Any]:
    database: dict[str, Any] = embedded.database(settings.DATA, role, name)
    return database


@contextmanager
def own_database(word: str) -> Iterator[str]:
    """Make it anew, one a worker; its name is the value, and it is `default` inside."""
    name = f"{settings.TEST_NAME}_{word}"
    embedded.empty_database(settings.DATA, name)
    with connected_as(role_in(name, embedded.OWNER)):
        call_command("migrate", verbosity=0, skip_checks=True)
        yield name
