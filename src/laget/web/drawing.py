"""HTML put together in Python: escaped as a template escapes it.

Django's own functions also let lazy texts wait, which nothing that is drawn here does,
and which costs more than the rest of the work.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from django.utils.safestring import SafeString


def format_html(pattern: str, *parts: object) -> SafeString:
    """The pattern with each part in its place; what is not marked as safe, escaped."""
    return SafeString(pattern.format(*map(_safe, parts)))


def format_html_join(
    between: str, pattern: str, rows: Iterable[Iterable[object]]
) -> SafeString:
    """The pattern once for each row."""
    return SafeString(
        _safe(between).join(pattern.format(*map(_safe, row)) for row in rows)
    )


def _safe(part: Any) -> str:
    if hasattr(part, "__html__"):
        return str(part.__html__())
    return escape(str(part))
