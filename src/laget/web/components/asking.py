"""Asking and answering: forms, questions before a deed, messages, empty places."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from laget.web.components.shapes import icon as draw
from laget.web.parts import Conflict

register = template.Library()


def _draw(name: str, context: Context | None = None, **values: object) -> SafeString:
    outer: dict[Any, Any] = context.flatten() if context else {}
    kept = {name: outer[name] for name in ("csrf_token", "request") if name in outer}
    return render_to_string(f"web/parts/{name}.html", {**kept, **values})


@register.simple_block_tag(takes_context=True)
def form(
    context: Context,
    content: str,
    form: BaseForm | None = None,
    action: str = "",
    submit: str = "",
    icon: str = "",
    cancel: str = "",
    id: str = "",
    autosave: str = "",
    keep: bool = True,
    region: str = "",
    color: str = "",
    method: str = "post",
) -> SafeString:
    """A form that posts: its error summary, its fields, what stands inside, a button.

    `autosave` is where drafts are saved to; `region` is the element htmx replaces.
    """
    values = {k: v for k, v in locals().items() if k != "context"}
    return _draw("form", context, **{**values, "submit": submit or _("Save")})


@register.inclusion_tag("web/parts/errors.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """What must be put right, with a link to each field. Focus moves here."""
    return {"form": form}


@register.simple_block_tag(takes_context=True)
def confirm(
    context: Context,
    content: str,
    opener: str,
    action: str,
    submit: str,
    danger: bool = False,
    icon: str = "",
    form: BaseForm | None = None,
) -> SafeString:
    """Ask before doing: a button that opens what will happen, and the real button."""
    return _draw(
        "confirm", context, **{k: v for k, v in locals().items() if k != "context"}
    )


@register.simple_block_tag
def alert(content: str, color: str = "info", title: str = "") -> SafeString:
    """A message that stays on the page: info, success, warning or danger."""
    heading = format_html("<h2>{}</h2>", title) if title else ""
    return format_html(
        '<div class="ds-alert" data-color="{}">{}<div>{}</div></div>',
        *(color, heading, content),
    )


@register.simple_block_tag
def empty(
    content: str, title: str, text: str = "", icon: str = "plant", level: int = 3
) -> SafeString:
    """An empty place: what will be here, and inside, what to do first."""
    heading = mark_safe("h2" if level == 2 else "h3")
    return format_html(
        '<div class="empty">{}<{}>{}</{}>{}{}</div>',
        draw(icon),
        *(heading, title, heading),
        format_html("<p>{}</p>", text) if text else "",
        format_html('<div class="buttons">{}</div>', content)
        if content.strip()
        else "",
    )


@register.simple_tag
def red_door(url: str = "", phone: str = "") -> SafeString:
    """Always there: is the child in danger? `phone` is the municipality's own."""
    return _draw("red_door", url=url, phone=phone)


@register.simple_tag
def seen_card(today: str = "", lately: str = "", url: str = "") -> SafeString:
    """Who has looked, in plain sight."""
    return _draw("seen_card", today=today, lately=lately, url=url)


@register.simple_tag(takes_context=True)
def conflict(
    context: Context, conflict: Conflict, action: str, back: str = ""
) -> SafeString:
    """Mine and what is saved now, side by side: choose, or put them together."""
    return _draw("conflict", context, conflict=conflict, action=action, back=back)


@register.simple_tag(takes_context=True)
def pages(context: Context, page: Page[Any], region: str = "") -> SafeString:
    """Earlier and later pages of a long list; keeps the filters in the address."""
    request = context.get("request")
    query = request.GET.copy() if request else None
    if query is not None:
        query.pop("page", None)
    kept = f"{query.urlencode()}&" if query else ""
    links = list(page.paginator.get_elided_page_range(page.number, on_each_side=1))
    return _draw("pages", page=page, links=links, kept=kept, region=region)


@register.simple_tag
def print_button(text: str = "") -> SafeString:
    """Shown only where JavaScript runs; the browser's own print works everywhere."""
    return format_html(
        '<button class="ds-button" type="button" data-variant="tertiary"'
        " data-print hidden>{}{}</button>",
        *(draw("printer"), text or _("Print")),
    )
