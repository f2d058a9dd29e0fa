"""What a page says of its own language: which others there are, who has read it."""

from django import template
from django.template.context import Context
from django.utils.translation import get_language

from laget.kernel.languages import KNOWN
from laget.web import speaking

register = template.Library()


@register.simple_tag(takes_context=True)
def languages_here(context: Context) -> list[tuple[str, str]]:
    """Every language this page speaks, by its code and its own name for itself."""
    return speaking.offered(context["request"]) if "request" in context else []


@register.simple_tag
def has_a_note() -> bool:
    """Whether nobody who speaks the page's language has read its words yet."""
    language = KNOWN.get(get_language() or "")
    return language is not None and language.has_a_note
