"""`{% load laget %}`: every part of a page, and every filter of `words`."""

from django import template

from laget.web.components import asking, cards, goals, heads, lines, shapes
from laget.web.templatetags import called, words

register = template.Library()
for module in (shapes, heads, cards, goals, lines, asking, words, called):
    register.tags.update(module.register.tags)
    register.filters.update(module.register.filters)
