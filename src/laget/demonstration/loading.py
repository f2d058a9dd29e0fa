"""Loading the demonstration once: the places, the people, then a year of their work."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from laget.demonstration.models import Loading
from laget.demonstration.people import add_people
from laget.demonstration.playing import play
from laget.demonstration.roles import connected_as
from laget.kernel import clock
from laget.organisation.profile.loading import load_folders

PROFILES = Path(__file__).resolve().parents[3] / "profiles"
FOLDERS = ("shared", "kvinesdal", "farsund", "haegebostad")


class Interrupted(Exception):
    """It began once and never ended."""


def load(application: dict[str, Any], today: date) -> int | None:
    """Load it all as the owner, playing the year as `application`; how many deeds.

    None if it was loaded before. Raises Interrupted if that was broken off.
    """
    if done := Loading.objects.first():
        if done.finished_at is None:
            raise Interrupted
        return None
    loading = Loading.objects.create()
    load_folders([PROFILES / name for name in FOLDERS])
    add_people(today)
    with _movable_clock(), connected_as(application):
        deeds = play(today)
    loading.finished_at = timezone.now()
    loading.save(update_fields=["finished_at"])
    return deeds


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
