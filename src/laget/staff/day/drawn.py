"""How a line of the day, and a row of my children, stands on the page.

Drawn here and not in a template: a page has dozens of them, and a small template that
is included once a line costs about as much as it draws. Whatever a person has written
is escaped where it is put in: `escape` stands around every word that is not our own.
"""

from datetime import date
from html import escape
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from laget.children.models import Child
from laget.logs.due import Kind, Line
from laget.web.components.shapes import icon, link_button, tag
from laget.web.templatetags.words import age, how_long, is_late, short_day, since

SHORT = 90  # characters of what is written; the rest is one step away
NOBODY = UUID(int=0)


class Addresses:
    """Addresses of many records on one kind of page: looked up once, not once each."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}

    def of(self, page: str, key: str, record: UUID | None) -> str:
        if (page, key) not in self._known:
            self._known[page, key] = reverse(page, kwargs={key: NOBODY})
        return self._known[page, key].replace(f"{NOBODY}", f"{record}")


def due_line(
    line: Line, what: object, button: object, url: str, picture: str, *, quoted: bool
) -> SafeString:
    """One thing to do: about whom, what, by when, and its one button.

    Words that a person wrote are `quoted`; the name of somebody or something is not.
    """
    who = f"<b>{escape(line.child)}</b> · " if line.child else ""
    by = f"<small>{escape(when(line))}</small>" if line.on else ""
    about = line.child or line.words
    step = link_button(str(button), url, variant="secondary", size="sm", about=about)
    return mark_safe(
        f"<li>{icon(picture)}\n<span>{who}{escape(str(what))}"
        f"{_said(line.words, quoted)}\n"
        f"{by}</span>\n{step}</li>"
    )


def when(line: Line) -> str:
    """By when; for what somebody waits for, since when."""
    if line.kind in (Kind.QUESTION, Kind.ADVICE):
        return _("asked %(when)s") % {"when": since(line.on)}
    day = short_day(line.on)
    if line.kind == Kind.CONSENT_MISSING:
        return _("on the team since %(when)s") % {"when": day}
    if line.kind == Kind.HANDOVER:
        return _("from %(when)s") % {"when": day}
    told = f"{day} · {how_long(line.on)}"
    if (act_by := line.act_by) == line.on:
        return told
    last = _("last working day before: %(when)s") % {"when": short_day(act_by)}
    return f"{told} · {last}"


def log_row(name: str, level: int, holder: str, next_on: date, url: str) -> SafeString:
    """One of my children, beside the day: level, holder and the next date."""
    told = f"{level_in_words(level)} · {holder}"
    by = (
        tag(how_long(next_on), "warning", "clock")
        if is_late(next_on)
        else f"<small>{escape(short_day(next_on))}</small>"
    )
    return mark_safe(
        f'<li><span><a href="{escape(url)}">{escape(name)}</a><br>'
        f"<small>{escape(told)}</small></span>\n{by}</li>"
    )


class ChildRows:
    """The rows of the list of my children; what is said in each is looked up once."""

    def __init__(self) -> None:
        self.addresses = Addresses()
        said = (_("Level"), _("Holder"), _("Next date"))
        self.labels = [escape(label) for label in said]

    def row(self, child: Any) -> SafeString:
        """Name, age and unit; level, holder and next date of the open log, if any."""
        level, holder, next_date = self.labels
        url = self.addresses.of("child", "child_id", child.pk)
        known = age(child.born_on or child.due_on) + _unit(child)
        return mark_safe(
            f'<tr><th scope="row"><a href="{escape(url)}">{escape(child.name)}</a><br>'
            f'<small class="quiet">{escape(known)}</small></th>\n'
            f'<td data-label="{level}">{escape(level_in_words(child.level))}</td>\n'
            f'<td data-label="{holder}">{escape(child.holder or "–")}</td>\n'
            f'<td data-label="{next_date}">{_next(child.next_on)}</td></tr>'
        )


def level_in_words(level: int | None) -> str:
    if not level:
        return _("No follow-up opened")
    return _("Level %(level)s") % {"level": level}


def _unit(child: Child) -> str:
    unit = child.shown_unit
    return f" · {unit}" if unit else ""


def _next(day: date | None) -> str:
    if day is None:
        return "–"
    said = escape(short_day(day))
    return f"{said} {tag(how_long(day), 'warning', 'clock')}" if is_late(day) else said


def _said(words: str, quoted: bool) -> str:
    if not words:
        return ""
    short = words if len(words) <= SHORT else Truncator(words).chars(SHORT)
    told = f"«{escape(short)}»" if quoted else escape(words)
    return f' <span class="quiet">{told}</span>'
