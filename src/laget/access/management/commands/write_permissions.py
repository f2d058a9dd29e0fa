"""`write_permissions [--check]`: write docs/permissions.md, or say that it is stale."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from laget.access.permissions import document

PATH = settings.HOME / "docs" / "permissions.md"


class Command(BaseCommand):
    """With --check nothing is written. Raises CommandError when the page is stale."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check: bool, **options: Any) -> None:
        fresh = document()
        if not check:
            PATH.parent.mkdir(exist_ok=True)
            PATH.write_text(fresh)
        elif not PATH.exists() or PATH.read_text() != fresh:
            raise CommandError("Run ./laget manage write_permissions, and commit.")
