"""Addresses of records, worked out once for each name and not for each record."""

from functools import cache
from uuid import UUID

from django.urls import get_script_prefix, reverse

ANY = UUID(int=0)


def address(name: str, key: UUID) -> str:
    """As `reverse(name, args=[key])`, for an address that holds one key."""
    before, after = _around(name, get_script_prefix())
    return f"{before}{key}{after}"


@cache
def _around(name: str, prefix: str) -> tuple[str, str]:
    before, _key, after = reverse(name, args=[ANY]).partition(str(ANY))
    return before, after
