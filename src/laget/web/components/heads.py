"""The top of a page: where am I, whose page is this, how far have we come."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from laget.web.components.shapes import attributes, maybe_icon
from laget.web.parts import Step
from laget.web.templatetags.words import initials as initials_of

register = template.Library()


@register.simple_block_tag
def page_head(
    content: str, title: str, face: str = "", lead: str = "", is_own: bool = False
) -> SafeString:
    """The page's only h1. Inside: `fact`s, then `{% actions %}` for buttons.

    `is_own` when the title is what a person wrote: it may read the other way.
    """
    who = initials_of(face) if face else ""
    return format_html(
        '<div class="head">{}<div class="head-main"><h1{}>{}</h1>{}{}</div></div>',
        format_html('<div class="face" aria-hidden="true">{}</div>', who)
        if who
        else "",
        attributes(dir="auto" if is_own else ""),
        title,
        format_html('<p class="lead">{}</p>', lead) if lead else "",
        content,
    )


@register.simple_block_tag
def facts(content: str) -> SafeString:
    return format_html('<ul class="facts">{}</ul>', content)


@register.simple_tag
def fact(icon: str, text: object) -> SafeString:
    return format_html("<li>{}<span>{}</span></li>", maybe_icon(icon), text)


@register.simple_block_tag
def actions(content: str) -> SafeString:
    """The page's own buttons, to the right of its heading."""
    return format_html('</div><div class="head-actions">{}', content)


@register.simple_tag
def crumbs(*pairs: Any) -> SafeString:
    """Where am I: text, address, text, address, ..., and last this page's name."""
    *links, here = pairs
    steps = format_html_join(
        "",
        '<li><a href="{}">{}</a></li>',
        zip(links[1::2], links[::2], strict=True),
    )
    return format_html(
        '<nav class="crumbs" aria-label="{}"><ol>{}'
        '<li aria-current="page" dir="auto">{}</li></ol></nav>',
        *(_("You are here"), steps, here),
    )


@register.inclusion_tag("web/parts/steps.html")
def stepper(steps: Sequence[Step], label: str = "") -> dict[str, object]:
    """How far the co-operation has come. Says done, now and later in words too."""
    return {"steps": steps, "label": label or _("Level of co-operation")}
