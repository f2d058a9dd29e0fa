"""`{% load laget %}`: every part of a page, and every filter of `words`."""

from django import template

from laget.web.components import asking, cards, goals, heads, lines, shapes, tongues
from laget.web.templatetags import called, words

register = template.Library()
for module in (shapes, heads, cards, goals, lines, asking, tongues, words, called):
    register.tags.update(module.register.tags)
    register.filters.update(module.register.filters)
