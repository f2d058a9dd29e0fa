"""The list of programmes, drawn here: a template costs several times as much a line."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.template.defaultfilters import truncatewords
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from laget.organisation.models import Municipality
from laget.public.places import said_in
from laget.web.components.shapes import tag

NOTHING = mark_safe("")
ABOUT = 32  # words
ROW = (
    '<li class="programme"><h3{}><a href="{}">{}</a></h3>'
    '<p class="row">{}<span class="quiet">{}</span>{}</p>'
    '<p{}>{}</p><p class="quiet">{}{}</p></li>'
)


def programmes(found: Iterable[Any], place: Municipality) -> SafeString:
    """Each with its tiers, ages, what it is about and how one gets in."""
    own = said_in(place)
    return format_html_join("", "{}", ((_row(each, place, own),) for each in found))


def _row(one: Any, place: Municipality, own: SafeString) -> SafeString:
    runs = one.status == "running"
    return format_html(
        ROW,
        own,
        reverse("programme", kwargs={"slug": place.slug, "programme_id": one.pk}),
        *(one.name, _tiers(tuple(one.tier_marks)), one.ages_words),
        NOTHING if runs else tag(one.status_words, "info"),
        *(own, truncatewords(one.about, ABOUT), one.way_in),
        _service(one.service.name, own) if one.service else NOTHING,
    )


def _service(name: str, own: SafeString) -> SafeString:
    return format_html(" · <span{}>{}</span>", own, name)


@cache
def _tiers(marks: tuple[tuple[str, object], ...]) -> SafeString:
    return render_to_string("public/parts/tiers.html", {"tiers": marks})
