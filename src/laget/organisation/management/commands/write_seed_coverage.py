"""`write_seed_coverage [--check]`: docs/seed-coverage.md, or that it is stale."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from laget.organisation.profile.coverage import faults
from laget.organisation.profile.coverage_page import document

PATH = settings.HOME / "docs" / "seed-coverage.md"


class Command(BaseCommand):
    """With --check nothing is written. Raises CommandError when the page is stale, or
    when a row names what is not there."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check: bool, **options: Any) -> None:
        if found := list(faults()):
            raise CommandError("\n".join(found))
        fresh = document()
        if not check:
            PATH.write_text(fresh)
        elif not PATH.exists() or PATH.read_text() != fresh:
            raise CommandError("Run ./laget manage write_seed_coverage, and commit.")
