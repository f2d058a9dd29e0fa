"""For the few tests that must commit: two people at once, and what remains."""

import time
from threading import Thread

import pytest
from django.db import connection, connections

from laget.kernel.acting import Role, acting
from laget.kernel.protected import protected_models

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
PATIENCE = 5  # seconds


@pytest.fixture
def db(django_db_setup, django_db_blocker):
    """Stands in for pytest-django's `db`, but commits. The owner clears up after."""
    with django_db_blocker.unblock():
        yield
        _clear()
        connections.close_all()


@pytest.fixture
def committing(db):
    """Named for what it does; the cast's fixtures use `db`."""


def as_owner(sql, *values):
    """Run it as the owner; the first row of what it answers, if it answers."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchone() if cursor.description else None


def ask(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def _clear():
    tables = ", ".join(model._meta.db_table for model in protected_models())
    as_owner(f"TRUNCATE {tables}, audit_link CASCADE")
    as_owner("UPDATE audit_head SET nr = 0, hash = sha256('laget')")
    as_owner(
        "UPDATE organisation_employment"
        " SET ended_at = NULL, away_from = NULL, away_until = NULL"
    )


class InAnotherConnection(Thread):
    """Someone else's action, in a connection of its own, at the same time."""

    def __init__(self, user, action, *arguments, **named):
        super().__init__()
        self.user, self.action = user, action
        self.arguments, self.named = arguments, named
        self.error = None

    def run(self):
        try:
            with acting(self.user.pk, Role.STAFF):
                self.action(*self.arguments, **self.named)
        except Exception as error:
            self.error = error
        finally:
            connection.close()

    def wait_until_it_waits(self):
        """Until a lock holds it up; without one it runs to its end."""
        limit = time.monotonic() + PATIENCE
        while self.is_alive() and not ask(WAITING) and time.monotonic() < limit:
            time.sleep(0.01)
