"""The rows of a page of visits.

Drawn here and not in a template, which costs several times as much for each of fifty.
"""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from laget.children.models import Child
from laget.family.looked.words import Shown
from laget.web.components.shapes import tag
from laget.web.templatetags.words import at_clock, initials, short_day

NOTHING = mark_safe("")
ROW = (
    '<li{}><span class="av" aria-hidden="true">{}</span><div>'
    '<p class="row between"><b dir="auto">{}</b>{}</p>{}{}{}</div></li>'
)
SMALL = "<small>{}</small>"


def visits(those: Iterable[Shown], child: Child | None = None) -> SafeString:
    """With the child, each row that is not the family's own can be wondered about."""
    return format_html_join("", "{}", ((_row(one, child),) for one in those))


def _row(one: Shown, child: Child | None) -> SafeString:
    emergency = one.is_emergency
    return format_html(
        ROW,
        mark_safe(' class="danger"') if emergency else NOTHING,
        initials(one.who),
        one.who,
        _times(one),
        tag(_("Emergency"), "danger", "warning") if emergency else NOTHING,
        format_html_join("", SMALL, ((words,) for words in _lines(one))),
        _wonder(one, child) if child and not one.is_family else NOTHING,
    )


def _times(one: Shown) -> SafeString:
    if not one.has_a_time:
        return NOTHING
    first, last = at_clock(one.visit.first), at_clock(one.visit.last)
    told = first if first == last else f"{first}–{last}"
    return format_html('<small class="num"><bdi>{}</bdi></small>', told)


def _lines(one: Shown) -> Iterable[str | Promise]:
    if one.works:
        yield one.works
    if one.why:
        yield one.why
    if one.looked:
        yield _("Looked at: %(what)s") % {"what": ", ".join(one.looked)}
    if one.wrote:
        yield _("Wrote or changed: %(what)s") % {"what": ", ".join(one.wrote)}
    if one.searched:
        yield _("Searched for words, and found something written here")


def _wonder(one: Shown, child: Child) -> SafeString:
    if one.asked:
        to: Any = reverse("our-inquiry", kwargs={"inquiry_id": one.asked})
        told = _("You have asked about this")
        return format_html('<p><a href="{}">{}</a></p>', to, told)
    to = reverse("wonder-about", kwargs={"child_id": child.pk, "line_id": one.line})
    return format_html(
        '<p><a href="{}">{}<span class="ds-sr-only"> ({}, {})</span></a></p>',
        *(to, _("I wonder about this"), one.who, short_day(one.visit.day)),
    )
