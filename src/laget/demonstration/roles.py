"""Two database roles in one command: the owner prepares, the application plays."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import ConnectionHandler


@contextmanager
def connected_as(settings: dict[str, Any]) -> Iterator[None]:
    """Everything in the block reaches the database through these settings."""
    before = connections[DEFAULT_DB_ALIAS]
    other = ConnectionHandler({DEFAULT_DB_ALIAS: settings})[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield
    finally:
        other.close()
        connections[DEFAULT_DB_ALIAS] = before
