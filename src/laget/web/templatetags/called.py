"""What a municipality calls things, where it has said so: its own words come first."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from laget.organisation.models import Municipality

register = template.Library()
SHORT = 2  # "0", "B" or "10" says nothing alone; "Box 1" does


@register.filter
def word(municipality: Municipality | None, thing: str) -> str:
    """Its own word for a `log`, `holder`, `concern` ..., else nothing."""
    own = municipality.word(thing) if municipality else ""
    return own[:1].upper() + own[1:]


@register.filter
def called(level: Any, municipality: Municipality | None) -> str:
    """A level of a guide in full: "Level 2 Two services", "Box 1 Wonder"."""
    if len(level.key) > SHORT or str(level) == level.name:
        return str(level)
    return f"{word(municipality, 'level') or _('Level')} {level}"
