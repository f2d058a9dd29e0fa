"""Statements that the database keeps: read and planned once for each connection.

What a busy page asks is long, and each table in it brings its policy. To read and plan
it anew costs PostgreSQL more than to answer it.
"""

from typing import Any

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper


class Planned(psycopg.Cursor[Any]):
    """Sends the words once; afterwards only what is filled in."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> "Planned":
        return super().execute(query, params, **{"prepare": True, **options})


def cursor() -> CursorWrapper:
    """As `connection.cursor()`, for a statement that is the same every time.

    PostgreSQL must be able to tell the kind of each value it is given from the words
    around it. A connection that keeps no statements (`prepare_threshold` is None) asks
    as ever.
    """
    if connection.queries_logged:  # with its values, to be read
        return connection.cursor()
    connection.ensure_connection()
    planned: Any = Planned(connection.connection)
    return connection.make_cursor(planned)
