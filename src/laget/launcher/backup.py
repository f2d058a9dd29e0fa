"""`./laget backup FILE`: everything in the database, in one file, counted."""

import argparse
import json
import os
import subprocess
from pathlib import Path

from laget.launcher import archive
from laget.launcher.installation import Installation, current
from laget.launcher.trouble import Trouble

KEYS = "The keys are not in it: keep LAGET_FIELD_KEY and LAGET_INDEX_KEY elsewhere."


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser("laget backup", description=__doc__)
    parser.add_argument("file", type=Path)
    file = parser.parse_args(arguments).file.absolute()
    installation = current()
    installation.start_database()
    counts = back_up(installation, file)
    print(f"{file}: {sum(counts.values())} rows in {len(counts)} tables. {KEYS}")
    return 0


def back_up(installation: Installation, file: Path) -> dict[str, int]:
    """Raises Trouble if the file is there already, or would not hold every row."""
    if file.exists():
        raise Trouble(f"{file} is there already: choose another name.")
    new = file.with_name(f"{file.name}.new")
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    counts = _dump(archive.owners_address(installation), new)
    archive.refuse_difference(counts, archive.rows_in(new), str(new))
    beside = archive.counts_beside(file)
    beside.touch(mode=0o600)
    beside.write_text(json.dumps(counts, indent=1) + "\n")
    new.rename(file)
    return counts


def _dump(address: archive.Address, file: Path) -> dict[str, int]:
    """Count and dump what is there at one and the same moment."""
    with address.connect() as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        moment = connection.execute("SELECT pg_export_snapshot()").fetchone()[0]
        counts = archive.count_rows(connection)
        words = ["--format=custom", f"--snapshot={moment}", "--schema=public"]
        command = address.command("pg_dump", *words, f"--file={file}")
        done = subprocess.run(command, env=address.environment, capture_output=True)
    if done.returncode:
        raise Trouble(f"pg_dump: {done.stderr.decode().strip()}")
    return counts
