"""What everyone reads, made once in a process and kept until something is published.

Whatever a municipality writes gives the database a new stamp (`access/seeing.sql`),
also when another process or a command wrote it. What is kept is found by the stamp
under which it was read, by the day and the language: nothing has to be thrown away.
"""

from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language

from laget.kernel import clock, planned
from laget.organisation.models import Municipality

LONGEST = 60  # letters of a name in an address


def stamp() -> str:
    """Another after every change of what is public. One small question."""
    with planned.cursor() as cursor:
        cursor.execute("SELECT stamp FROM access_published")
        return str(cursor.fetchone()[0])


def place_called(slug: str) -> Municipality | None:
    """The municipality with this name in the address; it knows its `stamp`."""
    if len(slug) > LONGEST:
        return None
    key = f"place:{slug}:{(now := stamp())}"
    found: Any = cache.get(key)
    if not found:
        found = Municipality.objects.in_use().filter(slug=slug).first()
        if found:
            found.stamp = now
            cache.set(key, found, None)
    return found  # type: ignore[no-any-return]


def kept(place: Any, name: str, make: Callable[[], Any]) -> Any:
    """What `make` makes for the place; `name` is all that it differs by besides."""
    parts = (name, place.pk, place.stamp, clock.today(), get_language())
    return cache.get_or_set(":".join(map(str, parts)), make, None)
