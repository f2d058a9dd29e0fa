"""Read the books from the first line to the last, and name the first that is wrong."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from laget.audit import chain


class Command(BaseCommand):
    help = "Is every line of the books as it was when it was committed?"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--head", type=Path, help="a file of heads that was kept apart"
        )
        parser.add_argument("--database", default="default", help="an alias")

    def handle(self, *args: Any, **options: Any) -> str:
        apart = _last_head(options["head"]) if options["head"] else None
        began = time.monotonic()
        verdict = chain.verify(apart, using=options["database"])
        if not verdict.is_right:
            raise CommandError(f"The books are not right: {verdict.wrong}.")
        took = max(time.monotonic() - began, 0.001)
        pace = round(verdict.lines / took)
        return f"The books are right: {verdict.lines} lines, {pace} a second."


def _last_head(path: Path) -> chain.Head:
    """The last line of the file: a number, a hash, and when."""
    try:
        return chain.Head.read(path.read_text().strip().splitlines()[-1])
    except (OSError, ValueError, IndexError) as error:
        raise CommandError(f"No head can be read in {path}.") from error
