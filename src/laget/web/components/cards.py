"""Cards: what belongs together, in one box with a heading."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from laget.web.components.shapes import attributes, icon, link_button

register = template.Library()


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    id: str = "",
    kind: str = "",
    aside: object = "",
    url: str = "",
    url_text: str = "",
    url_icon: str = "",
    level: int = 2,
) -> SafeString:
    """A card with a heading, and beside it a quiet text or one thing to do."""
    more = link_button(url_text, url, url_icon, "tertiary", size="sm") if url else ""
    quiet = format_html("<small>{}</small>", aside) if aside else ""
    named = mark_safe("h3" if level == 3 else "h2")
    heading_id = f"{id}-title" if id else ""
    head = format_html(
        "<header><{}{}>{}</{}>{}{}</header>",
        *(named, attributes(id=heading_id), title, named, quiet, more),
    )
    return format_html(
        '<section class="{}"{}>{}{}</section>',
        f"card {kind}".strip(),
        attributes(id=id, aria_labelledby=heading_id if title else ""),
        *(head if title else "", content),
    )


@register.simple_block_tag
def next_card(
    content: str, title: str, why: object = "", late: bool = False
) -> SafeString:
    """The one obvious next thing. What stands inside are its buttons."""
    return format_html(
        '<section class="card next{}"><div><h2>{}{}</h2>{}</div>'
        '<div class="buttons">{}</div></section>',
        " late" if late else "",
        icon("clock") if late else "",
        title,
        format_html("<p>{}</p>", why) if why else "",
        content,
    )


@register.simple_block_tag
def voice_card(content: str, title: str, when: str = "", words: str = "") -> SafeString:
    """The child's own words, large; what stands inside is what they want done."""
    quote = format_html("<blockquote>«{}»</blockquote>", words) if words else ""
    return format_html(
        '<section class="card voice"><header><h2>{}</h2>{}</header>{}<div>{}</div>'
        "</section>",
        title,
        format_html("<small>{}</small>", when) if when else "",
        *(quote, content),
    )
