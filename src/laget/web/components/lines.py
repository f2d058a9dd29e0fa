"""Lists of people, of consents, of what has happened."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from laget.web.components.shapes import attributes, maybe_icon
from laget.web.components.shapes import tag as state_tag
from laget.web.templatetags.words import initials

register = template.Library()


@register.simple_block_tag
def people(content: str) -> SafeString:
    """Those around the child, the holder first; inside: `{% person %}` lines."""
    return format_html('<ul class="people">{}</ul>', content)


@register.simple_tag
def person(
    name: str, part: str = "", holder: bool = False, phone: str = "", url: str = ""
) -> SafeString:
    """Someone on the team: name, what part they play, how to reach them."""
    who = format_html('<a href="{}">{}</a>', url, name) if url else name
    call = (
        format_html('<a href="tel:{}">{}</a>', phone.replace(" ", ""), phone)
        if phone
        else ""
    )
    role = " · ".join(str(p) for p in (_("holder") if holder else "", part) if p)
    return format_html(
        '<li><span class="av{}" aria-hidden="true">{}</span>'
        "<span><b>{}</b>{}{}</span></li>",
        " holder" if holder else "",
        *(initials(name), who),
        format_html("<small>{}</small>", role) if role else "",
        call,
    )


@register.simple_block_tag
def lines(content: str, ruled: bool = False) -> SafeString:
    """Short facts, one a line; inside: `{% line %}` or `{% consent_line %}`."""
    return format_html(
        '<ul class="lines{}">{}</ul>', " ruled" if ruled else "", content
    )


@register.simple_tag
def line(
    text: object, state: object = "", color: str = "neutral", url: str = ""
) -> SafeString:
    """One fact and its state: a service and its answer, a date and what is due."""
    what = format_html('<a href="{}">{}</a>', url, text) if url else text
    return format_html(
        "<li><span>{}</span>{}</li>", what, state_tag(state, color) if state else ""
    )


@register.simple_block_tag
def timeline(content: str, label: str = "") -> SafeString:
    """What has happened, newest first; inside: `{% happening %}`."""
    return format_html(
        '<ol class="time"{}>{}</ol>', attributes(aria_label=label), content
    )


@register.simple_block_tag
def happening(
    content: str,
    title: str,
    icon: str = "speech",
    color: str = "",
    who: str = "",
    when: object = "",
    url: str = "",
) -> SafeString:
    """One thing that happened: what, who, when; inside, what was written."""
    what = format_html('<a href="{}">{}</a>', url, title) if url else title
    by = " · ".join(str(part) for part in (who, when) if part)
    return format_html(
        '<li><span class="dot"{}>{}</span><div><header><b>{}</b> <small>{}</small>'
        "</header>{}</div></li>",
        attributes(data_color=color),
        *(maybe_icon(icon), what, by, content),
    )
