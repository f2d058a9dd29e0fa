"""The head of the books is kept apart, where the database cannot reach."""

import logging
import os
from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from laget.audit import chain
from laget.kernel import clock

FILE = "audit-heads"

logger = logging.getLogger("laget.audit")


@app.periodic(cron="*/10 * * * *")
@app.task(name="seal_books", queueing_lock="seal_books")
def seal_books(timestamp: int = 0) -> None:
    """Add today's head to the file; `./laget audit verify --head FILE` asks for it."""
    seal(Path(settings.DATA) / FILE)


def seal(file: Path) -> None:
    """Write the number, the hash and the time, once for each new head.

    Says so in the log when the books have become shorter than they were.
    """
    head, last = chain.latest(), _last(file)
    if last is not None and head.nr < last.nr:
        logger.critical("The books are shorter than when they were last sealed.")
    if head != last:
        file.parent.mkdir(parents=True, exist_ok=True)
        _append(file, f"{head} {clock.now().isoformat()}\n")


def _last(file: Path) -> chain.Head | None:
    try:
        return chain.Head.read(file.read_text().splitlines()[-1])
    except (FileNotFoundError, IndexError):
        return None


def _append(file: Path, line: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a") as opened:
        opened.write(line)
        opened.flush()
        os.fsync(opened.fileno())
