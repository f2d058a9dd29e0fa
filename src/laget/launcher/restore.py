"""`./laget restore FILE`: put a backup back. What is there stays, unless you say so."""

import argparse
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from laget.launcher import archive
from laget.launcher.installation import Installation, current
from laget.launcher.trouble import Trouble

ASIDE = "before_restore"
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# An older server does not know the first, and has made the second itself.
NOT_FOR_ALL = (b"SET transaction_timeout = 0;\n", b"CREATE SCHEMA public;\n")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser("laget restore", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--replace", action="store_true", help="lose what is there now")
    options = parser.parse_args(arguments)
    installation = current()
    installation.start_database()
    counts = put_back(installation, options.file.absolute(), replace=options.replace)
    print(f"Restored {sum(counts.values())} rows in {len(counts)} tables.")
    return 0


def put_back(
    installation: Installation, file: Path, *, replace: bool
) -> dict[str, int]:
    """Raises Trouble, and changes nothing, unless every row comes back."""
    counts = archive.read_counts(file)
    archive.refuse_difference(counts, archive.rows_in(file), str(file))
    address = archive.owners_address(installation)
    with _room(address, replace=replace):
        _pour(address, file)
        with address.connect() as connection:
            found = archive.count_rows(connection)
        archive.refuse_difference(counts, found, "What was restored")
    (installation.data / "migrated").unlink(missing_ok=True)
    installation.migrate_if_changed()
    return counts


@contextmanager
def _room(address: archive.Address, *, replace: bool) -> Iterator[None]:
    """An empty place for it. What was there is thrown away only when all went well."""
    _move_aside(address, replace=replace)
    try:
        yield
    except BaseException:
        _say(address, "DROP SCHEMA public CASCADE")
        _say(address, f"ALTER SCHEMA {ASIDE} RENAME TO public")
        raise
    _say(address, f"DROP SCHEMA {ASIDE} CASCADE")


def _move_aside(address: archive.Address, *, replace: bool) -> None:
    with address.connect() as connection:
        if connection.execute(archive.TABLES).fetchall() and not replace:
            raise Trouble(
                "The database is not empty: say --replace to lose what it has."
            )
        if connection.execute(OTHERS).fetchone()[0]:
            raise Trouble("The database is in use: stop the service first.")
        connection.execute(f"ALTER SCHEMA public RENAME TO {ASIDE}")
        connection.execute("CREATE SCHEMA public AUTHORIZATION pg_database_owner")
        connection.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")


def _say(address: archive.Address, words: str) -> None:
    with address.connect() as connection:
        connection.execute(words)


def _pour(address: archive.Address, file: Path) -> None:
    """All of it in one transaction. Raises Trouble with what PostgreSQL said."""
    words = ["--single-transaction", "--set=ON_ERROR_STOP=1", "--quiet", "--no-psqlrc"]
    command = address.command("psql", *words, "--file=-", "--output=/dev/null")
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=address.environment, **pipes) as psql:
        with archive.script_of(file) as lines:
            _copy(lines, psql.stdin)
        said = psql.stderr.read().decode() if psql.stderr else ""
    if psql.returncode:
        raise Trouble(f"psql: {said.strip()}")


def _copy(lines: IO[bytes], into: IO[bytes] | None) -> None:
    """Leave out what not every server understands, never a line that is a row."""
    if into is None:
        return
    rows = False
    try:
        for line in lines:
            rows = (rows or line.startswith(b"COPY ")) and line != b"\\.\n"
            if rows or line not in NOT_FOR_ALL:
                into.write(line)
        into.close()
    except BrokenPipeError:
        return  # psql has given up, and says why
