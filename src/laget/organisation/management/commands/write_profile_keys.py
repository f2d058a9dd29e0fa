"""`write_profile_keys [--check]`: the schemas and the table of keys, made anew."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import translation

from laget.organisation.profile.keys_table import with_table
from laget.organisation.profile.schema import schemas

DOCUMENT = settings.HOME / "docs" / "profiles.md"
FOLDER = settings.HOME / "profiles" / "schema"


class Command(BaseCommand):
    """With --check nothing is written. Raises CommandError when something is stale."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check: bool, **options: Any) -> None:
        with translation.override("en"):
            fresh = files()
        others = set(FOLDER.glob("*.json")) - set(fresh)
        stale = [p for p, text in fresh.items() if not _is(p, text)] + sorted(others)
        if check and stale:
            raise CommandError("Run ./laget profile schema, and commit.")
        if not check:
            FOLDER.mkdir(exist_ok=True)
            for path in others:
                path.unlink()
            for path, text in fresh.items():
                path.write_text(text, "utf-8")


def files() -> dict[Path, str]:
    made = {
        FOLDER / f"{name}.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in schemas().items()
    }
    return made | {DOCUMENT: with_table(DOCUMENT.read_text("utf-8"))}


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text
