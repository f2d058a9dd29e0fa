"""A backup: one file from pg_dump, and beside it how many rows it must hold."""

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from laget.kernel import embedded, programs
from laget.launcher.installation import Installation
from laget.launcher.trouble import Trouble

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"


@dataclass(frozen=True)
class Address:
    """A database as its owner. The password is never an argument others could read."""

    words: str
    password: str

    def connect(self) -> Any:
        """Raises Trouble if it does not answer, or does not let the owner in."""
        try:
            return psycopg.connect(self.words, password=self.password or None)
        except psycopg.OperationalError as error:
            words = str(error).strip().splitlines()[0]
            raise Trouble(f"The database does not answer: {words}") from error

    def command(self, program: str, *arguments: str) -> list[str]:
        path = str(programs.binaries() / program)
        return [path, "--dbname", self.words, "--no-password", *arguments]

    @property
    def environment(self) -> dict[str, str]:
        secret = {"PGPASSWORD": self.password} if self.password else {}
        return {**os.environ, **secret}


def owners_address(installation: Installation) -> Address:
    """Raises Trouble if we are not told how to be the owner."""
    if installation.is_embedded:
        here = embedded.database(installation.data, embedded.OWNER)
        passfile = here["OPTIONS"]["passfile"]
        names = {"host": here["HOST"], "user": here["USER"], "dbname": here["NAME"]}
        return Address(make_conninfo(**names, passfile=passfile), "")
    if not (url := installation.given.get("DATABASE_OWNER_URL")):
        raise Trouble("DATABASE_OWNER_URL is missing: only the owner sees every row.")
    parts: dict[str, Any] = conninfo_to_dict(url)
    password = str(parts.pop("password", "") or "")
    return Address(make_conninfo(**parts), password)


def count_rows(connection: Any) -> dict[str, int]:
    """Rows by table. It fails, rather than count less, if row security hides any."""
    connection.execute("SET LOCAL row_security = off")
    tables = [name for (name,) in connection.execute(TABLES).fetchall()]
    return {name: _count(connection, name) for name in tables}


def _count(connection: Any, table: str) -> int:
    query = sql.SQL("SELECT count(*) FROM public.{}").format(sql.Identifier(table))
    found: int = connection.execute(query).fetchone()[0]
    return found


def rows_in(file: Path) -> dict[str, int]:
    """Read the whole file and count what is really in it."""
    found: Counter[str] = Counter()
    with script_of(file, "--data-only") as lines:
        table = ""
        for line in lines:
            if table and line == b"\\.\n":
                table = ""
            elif table:
                found[table] += 1
            elif line.startswith(b"COPY public."):
                table = _table_of(line)
                found[table] += 0
    return dict(found)


def _table_of(line: bytes) -> str:
    return line.decode().removeprefix("COPY public.").split(" ")[0].strip('"')


@contextmanager
def script_of(file: Path, *arguments: str) -> Iterator[IO[bytes]]:
    """The SQL in a backup, line by line. Raises Trouble if the file is broken."""
    program = str(programs.binaries() / "pg_restore")
    command = [program, "--no-owner", "--file=-", *arguments, str(file)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        yield process.stdout
        said = process.stderr.read().decode().strip()
    if process.returncode:
        raise Trouble(f"{file} cannot be read as a backup: {said}")


def counts_beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.counts")


def read_counts(file: Path) -> dict[str, int]:
    """Raises Trouble if the file, or the count beside it, is not there."""
    if not file.exists():
        raise Trouble(f"There is no file {file}.")
    beside = counts_beside(file)
    if not beside.exists():
        raise Trouble(f"{beside} is missing: what {file} should hold is not known.")
    counts: dict[str, int] = json.loads(beside.read_text())
    return counts


def refuse_difference(expected: dict[str, int], found: dict[str, int], of: str) -> None:
    """Raises Trouble that names each table with too few or too many rows."""
    tables = sorted(set(expected) | set(found))
    wrong = [
        f"{table} has {found.get(table, 0)} rows, not {expected.get(table, 0)}"
        for table in tables
        if found.get(table, 0) != expected.get(table, 0)
    ]
    if wrong:
        raise Trouble(f"{of} is not complete: {'; '.join(wrong)}.")
