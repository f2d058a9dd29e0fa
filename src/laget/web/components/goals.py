"""Goals and what is done about them."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from laget.web.components.shapes import attributes
from laget.web.components.shapes import icon as draw
from laget.web.components.shapes import tag as state_tag

register = template.Library()


@register.simple_tag
def scale(
    now: int | None, was: int | None = None, aim: int | None = None
) -> SafeString:
    """A goal's scale from 1 to 10, drawn, and said as text to those who listen."""
    said = scale_text(now, was, aim)
    return format_html(
        '<svg class="scale" viewBox="-.5 0 203.6 5" role="img"'
        ' aria-label="{}">{}</svg>',
        *(said, _bars(now, was, aim)),
    )


@cache
def _bars(now: int | None, was: int | None, aim: int | None) -> SafeString:
    """Drawn once for each set of numbers: there are few."""
    bars = [
        (20.4 * n - 20.3, "on" if n <= (now or 0) else "aim" if n == aim else "off")
        for n in range(1, 11)
    ]
    started = [
        (x, "was" if kind == "on" and x < 20.4 * (was or 0) - 1 else kind)
        for x, kind in bars
    ]
    return format_html_join(
        "",
        '<rect x="{}" y=".5" width="18.4" height="4" rx="2" class="{}"></rect>',
        started,
    )


@register.simple_tag
def scale_text(now: int | None, was: int | None = None, aim: int | None = None) -> str:
    """ "3 → 6 av 10". What is not known yet is said."""
    if now is None:
        return _("Not measured yet")
    parts = {"was": was, "now": now, "aim": aim}
    if was is not None and was != now:
        return _("%(was)s → %(now)s of 10") % parts
    return _("%(now)s of 10") % parts


@register.simple_block_tag
def goal(
    content: str,
    title: str,
    now: int | None = None,
    was: int | None = None,
    aim: int | None = None,
    id: str = "",
) -> SafeString:
    """A goal in the family's words, with its scale; inside: `{% do_list %}`."""
    gained = now is not None and was is not None and now > was
    return format_html(
        '<section class="goal"{}><header><h3>{}</h3>{}</header>{}{}</section>',
        attributes(id=id),
        title,
        state_tag(scale_text(now, was, aim), "success" if gained else "neutral"),
        *(scale(now, was, aim) if now else "", content),
    )


@register.simple_block_tag
def do_list(content: str) -> SafeString:
    """What is being done; inside: `{% do %}` lines."""
    return format_html('<ul class="do">{}</ul>', content)


@register.simple_tag
def do(
    what: str,
    who: str = "",
    state: str = "",
    color: str = "neutral",
    url: str = "",
    done: bool = False,
) -> SafeString:
    """One thing someone does, who and how we will see it, and its state."""
    name = format_html('<a href="{}">{}</a>', url, what) if url else what
    picture = draw("check-circle-fill", css="done") if done else draw("clock")
    return format_html(
        "<li>{}<span>{}{}</span>{}</li>",
        *(picture, name, format_html("<small>{}</small>", who) if who else ""),
        state_tag(state, color) if state else "",
    )
