"""What people type, before anyone looks at it."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

STEERING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}  # turn other text around
CONTROL = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}
SURROGATES = range(0xD800, 0xE000)
UNWANTED = dict.fromkeys([*STEERING, *CONTROL, *SURROGATES, 0xFEFF])


def tidy(text: str) -> str:
    """The same words, in one spelling (NFC), without what cannot be seen or stored.

    Invisible characters that turn text around can make a name or an amount read as
    another; PostgreSQL stores neither NUL nor half a character.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines.translate(UNWANTED))


def tidy_all(typed: Mapping[str, Any]) -> Mapping[str, Any]:
    """Every value of a form, whichever kind of mapping it came in."""
    if not isinstance(typed, QueryDict):
        return {name: _tidy_value(value) for name, value in typed.items()}
    clean = QueryDict(mutable=True)
    for name, values in typed.lists():
        clean.setlist(name, [_tidy_value(value) for value in values])
    return clean


def _tidy_value(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value)
    return [_tidy_value(v) for v in value] if isinstance(value, list) else value
