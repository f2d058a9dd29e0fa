"""What stands many times on a child's page: goals, what is done, lines of the timeline.

Drawn here and not in templates, which cost several times as much for each line.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from laget.logs.timeline import Recalled
from laget.logs.timeline import words as timeline_words
from laget.staff.child import words
from laget.staff.child.addresses import address
from laget.staff.child.rows import Row
from laget.web.components.goals import goal as draw_goal
from laget.web.components.shapes import attributes, icon, link_button, tag
from laget.web.templatetags.words import short_day

NOTHING = mark_safe("")
LINE = (
    '<li><span class="dot"{}>{}</span><div><header><b>{}</b> <small>{} · {}</small>'
    "</header>{}{}{}{}</div></li>"
)
SMALL = "<small>{}</small>"


def goals(found: Sequence[Any], shields: dict[UUID, str]) -> SafeString:
    """The goals, each with what is done for it and what one may do about it."""
    return _all(_goal(one, shields) for one in found)


def _goal(goal: Any, shields: dict[UUID, str]) -> SafeString:
    done = _all(_do(one, shields) for one in goal.done)
    content = format_html(
        "{}{}{}{}",
        _not_seen_by(shields.get(goal.pk, "")),
        _how_it_stands(goal),
        format_html('<ul class="do">{}</ul>', done) if done else NOTHING,
        _deeds(goal),
    )
    drawn: SafeString = draw_goal(
        content, goal.text, now=goal.now, was=goal.start, aim=goal.wanted
    )
    return drawn


def _how_it_stands(goal: Any) -> SafeString:
    if goal.result:
        ended = timeline_words.result(goal.result)
        return format_html("<p><b>{}.</b> {}</p>", ended, goal.result_text)
    told = {"name": goal.owner.name, "day": short_day(goal.next_on)}
    text = _("%(name)s is responsible. Looked at again %(day)s.") % told
    return format_html('<p class="quiet">{}</p>', text)


def _deeds(goal: Any) -> SafeString:
    buttons: tuple[tuple[str, str, str], ...] = (
        ("add-intervention", _("New intervention"), "plus"),
        ("change-goal", _("Change the goal"), "pencil"),
        ("end-goal", _("End the goal"), "flag"),
    )
    buttons = buttons if goal.can["add_intervention"] else ()
    if goal.can["shield"]:
        who = _("Who may read this?")
        buttons = (*buttons, ("shield-goal", who, "eye"))
    if not buttons:
        return NOTHING
    look = {"variant": "tertiary", "size": "sm", "about": goal.text}
    drawn = _all(
        link_button(text, address(to, goal.pk), picture, **look)
        for to, text, picture in buttons
    )
    return format_html('<div class="buttons">{}</div>', drawn)


def _do(one: Any, shields: dict[UUID, str]) -> SafeString:
    """One intervention: who does it, when it was last looked at, where it stands."""
    state, last = words.do_state(one), words.last_review(one)
    picture = ("check-circle-fill", "done") if words.helps(one) else ("clock", "")
    return format_html(
        "<li>{}<div>{}{}{}{}{}</div>{}</li>",
        icon(picture[0], css=picture[1]),
        one.text,
        format_html(SMALL, words.do_who(one)),
        format_html(SMALL, last) if last else NOTHING,
        _not_seen_by(shields.get(one.pk, "")),
        _own(one),
        tag(state.text, state.color),
    )


def _own(one: Any) -> SafeString:
    links: list[tuple[str, str]] = []
    if one.can["review"]:
        links += [("review", _("Evaluate")), ("change-intervention", _("Change"))]
    if one.can["shield"]:
        links.append(("shield-intervention", _("Who may read this?")))
    if not links:
        return NOTHING
    drawn = format_html_join(
        "",
        '<a href="{}">{}<span class="ds-sr-only"> {}</span></a>',
        ((address(to, one.pk), text, one.text) for to, text in links),
    )
    return format_html('<div class="row own">{}</div>', drawn)


def lines(rows: Iterable[Row], token: object) -> SafeString:
    """The timeline's lines; `token` is the hidden field of the forms in them."""
    return _all(_line(row, token) for row in rows)


def _line(row: Row, token: object) -> SafeString:
    line = row.line
    return format_html(
        LINE,
        attributes(data_color=row.color) if row.color else NOTHING,
        icon(row.icon),
        line.title,
        *(line.who, row.when),
        _recalled(line.recalled) if line.recalled else _not_seen_by(row.not_seen_by),
        _texts(line.words, is_voice=line.is_voice),
        _comments(row),
        _links(row, token),
    )


def _comments(row: Row) -> SafeString:
    """What somebody in the family has said about it, as theirs."""
    if row.line.recalled:
        return NOTHING
    return format_html_join(
        "",
        '<blockquote class="comment"><b>{}</b> <small>{}</small><p>{}</p></blockquote>',
        (
            (
                _("Comment from %(name)s") % {"name": one.by},
                short_day(timezone.localdate(one.at)),
                one.text,
            )
            for one in row.comments
        ),
    )


def _not_seen_by(words: str) -> SafeString:
    """Who in the family does not see it: in words, beside a picture."""
    if not words:
        return NOTHING
    return format_html("<p>{}</p>", tag(words, "info", "eye-slash"))


def _texts(pairs: Iterable[tuple[str, str]], *, is_voice: bool) -> SafeString:
    css = mark_safe(' class="said-by-child"') if is_voice else NOTHING
    return _all(
        format_html(
            "<p{}>{}{}</p>",
            css,
            format_html("<b>{}:</b> ", name) if name else NOTHING,
            text,
        )
        for name, text in pairs
    )


def _recalled(recalled: Recalled) -> SafeString:
    told = {"name": recalled.by, "why": recalled.why}
    readers = ", ".join(recalled.readers)
    seen = _("The page had been opened by %(names)s.") % {"names": readers}
    return format_html(
        '<p>{}</p><p class="quiet">{}</p>',
        _("Recalled by %(name)s: %(why)s") % told,
        seen if readers else _("Nobody else had opened the page."),
    )


def _links(row: Row, token: object) -> SafeString:
    """What one may do with the line: read it as it was, correct it, take it back."""
    parts = []
    if row.form:
        parts.append(_link(row.form, _("Read the form")))
    if row.versions:
        parts.append(_link(row.versions, _("Changed: see earlier versions")))
    if row.change:
        parts.append(_link(row.change, _("Change or recall")))
    if row.shield:
        parts.append(_link(row.shield, _("Who may read this?")))
    if row.undo:
        parts.append(_undo(row.undo, token))
    if not parts:
        return NOTHING
    return format_html('<div class="row own">{}</div>', _all(parts))


def _link(url: str, text: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, text)


def _undo(url: str, token: object) -> SafeString:
    return format_html(
        '<form method="post" action="{}">{}<button class="ds-button" type="submit"'
        ' data-variant="tertiary" data-size="sm">{}</button></form>',
        *(url, token, _("Undo")),
    )


def _all(parts: Iterable[SafeString]) -> SafeString:
    """One after the other: each has been made safe already."""
    return mark_safe("".join(parts))
