"""The data the pages are measured with: made by number, in bulk, once a size."""

import hashlib
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from laget.kernel import embedded
from laget.launcher.installation import Installation

HERE = Path(__file__).parent
AT_ONCE = 2
QUICK = """
ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off;
ALTER SYSTEM SET max_wal_size = '16GB'; ALTER SYSTEM SET autovacuum = off;
SELECT pg_reload_conf();
"""
SAFE = "ALTER SYSTEM RESET ALL; SELECT pg_reload_conf(); CHECKPOINT;"
SESSION = """
SET session_replication_role = replica; SET maintenance_work_mem = '512MB';
SET work_mem = '256MB'; SET synchronous_commit = off; SET jit = off;
"""
INDEXES = """
SELECT format('%I', index.relname), pg_get_indexdef(index.oid)
FROM pg_index JOIN pg_class index ON index.oid = indexrelid
JOIN pg_class ON pg_class.oid = indrelid
WHERE pg_class.relnamespace = 'public'::regnamespace AND pg_class.relkind = 'r'
  AND pg_class.relname ~ '^(children|concerns|consents|logs|audit_event|audit_history)'
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


def make(installation: Installation, logs: int) -> float:
    """Fill the database unless it is filled already; answers the seconds it took."""
    note = installation.data / "filled"
    wanted = f"{logs} {_mark()}"
    if note.exists() and note.read_text() == wanted:
        return 0.0
    started = time.monotonic()
    embedded.empty_database(installation.data)
    (installation.data / "migrated").unlink(missing_ok=True)
    installation.migrate_if_changed()
    _fill(installation.data, logs)
    note.write_text(wanted)
    return time.monotonic() - started


def _fill(data: Path, logs: int) -> None:
    with embedded.connect(data) as superuser:
        _each(superuser, QUICK)
        try:
            _fill_tables(data, logs)
        finally:
            _each(superuser, SAFE)


def _fill_tables(data: Path, logs: int) -> None:
    with _session(data) as connection:
        for name in ("registers.sql", "published.sql"):
            for statement in _statements(name, logs):
                connection.execute(statement)
        indexes = connection.execute(INDEXES).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX public.{name}")
    _together(data, _statements("logs.sql", logs))
    _together(data, [definition for _, definition in indexes])
    with _session(data) as connection:
        connection.execute("VACUUM (ANALYZE, FREEZE)")


def _together(data: Path, statements: list[str]) -> None:
    """Two at a time, the longest first as they are written."""

    def run(statement: str) -> None:
        with _session(data) as connection:
            started = time.monotonic()
            connection.execute(statement)
            took = time.monotonic() - started
        if took > 5:
            print(f"  {took:5.1f} s  {' '.join(statement.split())[:60]}", flush=True)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(run, statements))


def _session(data: Path) -> Any:
    connection = embedded.connect(data, name=embedded.NAME)
    _each(connection, SESSION)
    return connection


def _each(connection: Any, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            connection.execute(statement)


def _statements(name: str, logs: int) -> list[str]:
    text = re.sub(r"--.*", "", (HERE / name).read_text())
    parts = re.split(r";\s*\n", text.replace(":logs", str(logs)))
    return [part for part in parts if part.strip()]


def _mark() -> str:
    """Changes when the data would."""
    texts = [file.read_bytes() for file in sorted(HERE.glob("*.sql"))]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:12]
