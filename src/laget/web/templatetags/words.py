"""Dates, ages and names as people say them, in the language of the page."""

import datetime as dt
from functools import lru_cache

from django import template
from django.utils import formats, timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from laget.children.models import Child
from laget.kernel import clock, languages
from laget.organisation.models import Employment

register = template.Library()
Day = dt.date | dt.datetime | None


def _date(value: dt.date) -> dt.date:
    if not isinstance(value, dt.datetime):
        return value
    return (
        timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    )


@lru_cache(4096)
def _written(value: dt.date, pattern: str, language: str | None) -> str:
    """The same few weeks stand on every page: each date is written once."""
    return formats.date_format(value, pattern)


@register.filter
def day(value: Day) -> str:
    """ "21. november 2026". Nothing becomes an empty string."""
    if not isinstance(value, dt.date):
        return ""
    return _written(_date(value), _("j F Y"), get_language())


@register.filter
def short_day(value: Day) -> str:
    """ "21. november", for a day this year; another year is said."""
    if not isinstance(value, dt.date):
        return ""
    pattern = _("j F Y") if _date(value).year != clock.today().year else _("j F")
    return _written(_date(value), pattern, get_language())


@register.filter
def moment(value: Day) -> str:
    """ "21. november 2026 kl. 14.03", in the municipality's own time."""
    if not isinstance(value, dt.datetime):
        return day(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    told = {"day": day(value), "clock": formats.date_format(local, _("H:i"))}
    return _("%(day)s at %(clock)s") % told


@register.filter("clock")
def at_clock(value: dt.datetime | None) -> str:
    """ "14.03", in the municipality's own time."""
    if not isinstance(value, dt.datetime):
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    minute = local.replace(second=0, microsecond=0, tzinfo=None)
    return _written(minute, _("H:i"), get_language())


@register.filter
def how_long(value: Day) -> str:
    """How far off a date is: "i dag", "om 3 dager", "4 dager på overtid"."""
    if not isinstance(value, dt.date):
        return ""
    return _far((_date(value) - clock.today()).days, get_language())


@lru_cache(4096)
def _far(days: int, language: str | None) -> str:
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 0:
        return ngettext("in %(n)s day", "in %(n)s days", days) % {"n": days}
    return ngettext("%(n)s day overdue", "%(n)s days overdue", -days) % {"n": -days}


@register.filter
def since(value: Day) -> str:
    """How long ago a day was: "i dag", "i går", "for 4 dager siden"."""
    if not isinstance(value, dt.date):
        return ""
    days = (clock.today() - _date(value)).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}


@register.filter
def is_late(value: Day) -> bool:
    return isinstance(value, dt.date) and _date(value) < clock.today()


@register.filter
def age(born: Day) -> str:
    """A child's age: "8 år", "7 mnd" until two, "ventet 3. mars" before birth."""
    if not isinstance(born, dt.date):
        return ""
    birthday, today = _date(born), clock.today()
    if birthday > today:
        return _("expected %(day)s") % {"day": short_day(birthday)}
    months = (today.year - birthday.year) * 12 + today.month - birthday.month
    months -= today.day < birthday.day
    return _old(months, get_language())


@lru_cache(4096)
def _old(months: int, language: str | None) -> str:
    if months < 24:
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    return ngettext("%(n)s year", "%(n)s years", months // 12) % {"n": months // 12}


@register.filter
def initials(name: object) -> str:
    """ "Ingrid Moen" is IM, "Nora" is N. A decoration: the name is always beside it."""
    parts = [
        part for part in str(name or "").replace("-", " ").split() if part.isalpha()
    ]
    ends = parts[:1] + parts[1:][-1:]
    return "".join(part[0] for part in ends).upper() or "?"


@register.filter
def language_name(code: str) -> str:
    """The language's own name for itself."""
    known = languages.KNOWN.get(code)
    return known.name if known else code


@register.filter
def works_as(job: Employment, child: Child) -> str:
    """Someone's post and unit on a child's page; not where a protected child is."""
    return child.work_of(job)
