"""Load municipalities from their folders. Run as the database's owner."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from laget.organisation.profile.loading import load_folders
from laget.organisation.profile.reading import ProfileError
from laget.organisation.profile.telling import language_here, tell


class Command(BaseCommand):
    """Raises CommandError, with every fault, when anything is wrong."""

    help = "Make the database agree with one or more folders under profiles/"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folders", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--dry-run", action="store_true", help="change nothing")
        parser.add_argument(
            "--take-folder",
            action="store_true",
            help="where both the folder and the database changed, take the folder's",
        )

    def handle(self, **options: Any) -> str:
        with translation.override(language_here()):
            return self.load(**options)

    def load(self, **options: Any) -> str:
        dry_run = options["dry_run"]
        try:
            loaded = load_folders(
                options["folders"], take_folder=options["take_folder"], dry_run=dry_run
            )
        except ProfileError as error:
            raise CommandError(str(error), returncode=1) from error
        return "\n".join(tell(loaded.changes, dry_run=dry_run))
