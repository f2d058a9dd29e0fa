"""`{% load family %}`: what stands around a page of the family's."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from laget.children.models import Child
from laget.family.menu import menu_for
from laget.kernel.languages import KNOWN

register = template.Library()


@register.inclusion_tag("family/parts/places.html", takes_context=True)
def family_places(context: Context, child: Child) -> dict[str, Any]:
    """All the places of a child's pages, and on a phone the first few with the rest."""
    return {"menu": menu_for(context["request"], child)}


@register.simple_tag
def family_body(child: Child | str | None) -> SafeString:
    """The body's class: a page about a child has the child's places beside it."""
    names = "family has-child" if isinstance(child, Child) else "family"
    return format_html(' class="{}"', names)


@register.simple_tag
def family_languages() -> list[tuple[str, str]]:
    """Every language a family may choose, by the language's own name."""
    return list(settings.FAMILY_LANGUAGES)


@register.simple_tag
def has_a_note() -> bool:
    """Whether nobody who speaks the page's language has read its words yet."""
    language = KNOWN.get(get_language() or "")
    return language is not None and language.has_a_note
