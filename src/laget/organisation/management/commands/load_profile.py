"""Load municipalities from their folders. Run as the database's owner."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from laget.organisation.profile.loading import load_folders
from laget.organisation.profile.reading import ProfileError


class Command(BaseCommand):
    help = "Make the database agree with one or more folders under profiles/"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folders", nargs="+", type=Path, metavar="PATH")

    def handle(self, **options: Any) -> str:
        try:
            loaded = load_folders(options["folders"])
        except ProfileError as error:
            raise CommandError(str(error)) from error
        return "\n".join(f"{municipality}: loaded" for municipality in loaded)
