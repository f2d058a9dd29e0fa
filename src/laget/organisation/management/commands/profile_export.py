"""Give back a profile as folders of text files, with what was edited in the browser."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from laget.organisation.profile.exporting import export


class Command(BaseCommand):
    """Raises CommandError when there is no such profile, or no room for it there."""

    help = "Write a profile and what it builds on as folders in DIR"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")
        parser.add_argument("into", type=Path, metavar="DIR")
        parser.add_argument("--replace", action="store_true", help="what stands there")

    def handle(self, **options: Any) -> str:
        try:
            made = export(options["name"], options["into"], replace=options["replace"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        return "\n".join(str(folder) for folder in made)
