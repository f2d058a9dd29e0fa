"""A goal as a way to go: the family's own picture, in words, never a score."""

from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

HIGHEST = 10
STONE = '<circle cx="{}" cy="{}" r="{}" class="{}"></circle>'
WIDTH, TOP, SPACE = 200, 12, 10


def where(start: int | None, now: int | None, wanted: int | None) -> str:
    """How far they say they have come; empty where they have not said anything."""
    if now is None:
        return ""
    if wanted is not None and now >= wanted:
        return _("We are where we wanted to be.")
    if start is None:
        return _("We are on our way.")
    if now < start:
        return _("Right now it is harder than when we began.")
    if now == start:
        return _("We are where we began.")
    return _far(start, now, wanted or HIGHEST)


def _far(start: int, now: int, wanted: int) -> str:
    if (now - start) * 2 < wanted - start:
        return _("We have come a little way.")
    return _("We have come a good part of the way.")


def drawn(start: int | None, now: int | None, wanted: int | None) -> SafeString | None:
    """Stones from where they began to what they wish for; gone as far as they say.

    Silent: what it shows is said in words beside it. None where there is no way.
    """
    if now is None:
        return None
    first = min(start or now, now)
    last = max(wanted or HIGHEST, now)
    return _way(last - first + 1, now - first, (start or first) - first)


@cache
def _way(many: int, here: int, began: int) -> SafeString:
    gap = (WIDTH - 2 * SPACE) / max(many - 1, 1)
    stones = [
        (round(SPACE + n * gap, 1), TOP, *_stone(n, many - 1, here, began))
        for n in range(many)
    ]
    return format_html(
        '<svg class="way" viewBox="0 0 200 24" aria-hidden="true" focusable="false">'
        '<path d="M{} {}H{}"></path><path class="gone" d="M{} {}H{}"></path>{}</svg>',
        *(SPACE, TOP, WIDTH - SPACE),
        *(stones[min(began, here)][0], TOP, stones[here][0]),
        format_html_join("", STONE, stones),
    )


def _stone(n: int, last: int, here: int, began: int) -> tuple[float, str]:
    """How large a stone is, and what it stands for."""
    if n == here:
        return 8, "here"
    if n == last:
        return 7, "wish"
    return 4, "passed" if began <= n < here else "ahead"
