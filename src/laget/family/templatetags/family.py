"""`{% load family %}`: what stands around a page of the family's."""

from typing import Any
from uuid import UUID

from django import template
from django.db.models import QuerySet
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from laget.children.models import Child
from laget.family.menu import menu_for
from laget.kernel.prepared import prepared
from laget.logs.models import Log

register = template.Library()
WRITING = {"threads", "thread", "start-thread", "write-post"}


@register.inclusion_tag("family/parts/places.html", takes_context=True)
def family_places(context: Context, child: Child) -> dict[str, Any]:
    """All the places of a child's pages, and on a phone the first few with the rest."""
    return {"menu": menu_for(context["request"], child)}


@register.inclusion_tag("family/parts/contact.html", takes_context=True)
def family_contact(context: Context, child: Child) -> dict[str, Any]:
    """The one contact: who holds the open log, if the family sees one.

    Where messages are already open before them, there is no button to go and write.
    """
    log = next(iter(_open(child=child.pk)), None)
    here = context["request"].resolver_match
    return {
        "child": child,
        "holder": log.holder if log else None,
        "writes": here is not None and here.url_name in WRITING,
    }


@prepared
def _open(child: UUID) -> QuerySet[Log]:
    return Log.objects.open().filter(child=child).select_related("holder")


@register.simple_tag
def family_body(child: Child | str | None) -> SafeString:
    """The body's class: a page about a child has the child's places beside it."""
    names = "family has-child" if isinstance(child, Child) else "family"
    return format_html(' class="{}"', names)
