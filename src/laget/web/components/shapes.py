"""The smallest parts: icon, button, tag."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
NOTHING = mark_safe("")


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """A picture from the sprite. Silent, unless `label` says what it means."""
    if not label:
        return _silent_icon(name, css)
    return _icon(format_html('role="img" aria-label="{}"', label), name, css)


@cache
def _silent_icon(name: str, css: str) -> SafeString:
    """Drawn once: a page has dozens."""
    return _icon(mark_safe('aria-hidden="true"'), name, css)


def _icon(told: SafeString, name: str, css: str) -> SafeString:
    return format_html(
        '<svg class="{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        f"icon {css}".strip(),
        told,
        static("laget/icons.svg"),
        name,
    )


def maybe_icon(name: str, css: str = "") -> SafeString:
    return icon(name, css=css) if name else NOTHING


def attributes(**values: object) -> SafeString:
    """Those that have a value; `data_color` is written `data-color`."""
    kept = [(k.rstrip("_").replace("_", "-"), v) for k, v in values.items() if v]
    return format_html_join("", ' {}="{}"', kept)


@register.simple_tag
def button(
    text: str,
    icon: str = "",
    variant: str = "primary",
    color: str = "",
    size: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
) -> SafeString:
    """A button that sends its form."""
    shape = attributes(
        data_variant=variant, data_color=color, data_size=size, name=name, form=form
    )
    worth = format_html(' value="{}"', value) if name else NOTHING
    return format_html(
        '<button class="ds-button" type="submit"{}{}>{}{}</button>',
        *(shape, worth, maybe_icon(icon), text),
    )


@register.simple_tag
def link_button(
    text: str,
    url: str,
    icon: str = "",
    variant: str = "primary",
    color: str = "",
    size: str = "",
    about: str = "",
) -> SafeString:
    """A link that looks like a button. `about` completes the text for a listener."""
    rest = format_html('<span class="ds-sr-only"> {}</span>', about) if about else ""
    return format_html(
        '<a class="ds-button" href="{}"{}>{}<span>{}{}</span></a>',
        url,
        *(_shape(variant, color, size), maybe_icon(icon), text, rest),
    )


@cache
def _shape(variant: str, color: str, size: str) -> SafeString:
    """Drawn once, as the icons are: there are few shapes of button."""
    return attributes(data_variant=variant, data_color=color, data_size=size)


@register.simple_tag
def tag(text: object, color: str = "neutral", icon: str = "") -> SafeString:
    """A short state in words. The colour repeats what the words say."""
    return format_html(
        '<span class="ds-tag tag" data-color="{}">{}{}</span>',
        *(color, maybe_icon(icon), text),
    )
