"""The pages of the entrance; and, after migrating, what it may write."""

from pathlib import Path

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate

import laget.accounts

GRANTS = Path(laget.accounts.__file__).with_name("grants.sql")


class EntranceConfig(AppConfig):
    name = "laget.entrance"

    def ready(self) -> None:
        access = apps.get_app_config("access")  # which first takes every right away
        post_migrate.connect(say_what_it_writes, sender=access)


def say_what_it_writes(using: str, **kwargs: object) -> None:
    """Comes after `access/seeing.sql`, which was connected before."""
    with connections[using].cursor() as cursor:
        cursor.execute(GRANTS.read_text())
