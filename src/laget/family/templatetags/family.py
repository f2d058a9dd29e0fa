"""`{% load family %}`: what stands around a page of the family's."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from laget.children.models import Child
from laget.family.menu import menu_for

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
