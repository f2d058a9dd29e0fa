"""Loading the demonstration once: the places, the people, then a year of their work."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection

from laget.accounts.models import User
from laget.demonstration.people import add_people
from laget.demonstration.playing import play
from laget.demonstration.roles import connected_as
from laget.kernel import clock
from laget.organisation.profile.loading import load_folders

PROFILES = Path(__file__).resolve().parents[3] / "profiles"
FOLDERS = sorted(path.parent for path in PROFILES.glob("*/municipality.toml"))


def load(application: dict[str, Any], today: date) -> int | None:
    """Load it all as the owner, playing the year as `application`; how many deeds.

    None if there are people already: then nothing is done. A database in which this was
    broken off must be thrown away, as `./laget demo` does.
    """
    if User.objects.exists():
        return None
    load_folders(FOLDERS)
    add_people(today)
    with _movable_clock(), connected_as(application):
        return play(today)


@contextmanager
def _movable_clock() -> Iterator[None]:
    """The database's own clock can be moved only while the year is played."""
    _run(clock.MOVABLE)
    try:
        yield
    finally:
        _run(clock.REAL)


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
