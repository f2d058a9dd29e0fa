"""The child's way through the levels of co-operation, each with its dates."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from laget.guide.models import level_in_full
from laget.logs.models import Log
from laget.organisation.models import Municipality
from laget.web.parts import Step, steps_to
from laget.web.templatetags.called import word
from laget.web.templatetags.words import short_day

NAMES = (
    pgettext_lazy("level", "Wonder"),
    gettext_lazy("In the unit"),
    gettext_lazy("Two services"),
    gettext_lazy("Several services"),
)


def names(local: Sequence[dict[str, Any]] = ()) -> list[str]:
    """The municipality's own names; ours for a level it says nothing of.

    Several of its levels may be the same to us: then the first of them names it.
    """
    own = {
        each["level"]: level_in_full(each["key"], each["name"])
        for each in reversed(local)
    }
    return [own.get(level, f"{level} {name}") for level, name in enumerate(NAMES)]


def before_log(began: datetime, local: Sequence[dict[str, Any]]) -> list[Step]:
    """A concern that has not led to help yet."""
    note = _("since %(day)s") % {"day": short_day(began)}
    return steps_to(names(local), now=0, notes=[note])


def of_log(log: Any) -> list[Step]:
    """When each level began and ended. A level returned to shows its latest time."""
    moves = _moves(log)
    notes = [""] * len(NAMES)
    for (level, began), (_next, ended) in zip(
        moves, [*moves[1:], (0, log.closed_at)], strict=True
    ):
        notes[level] = _span(began, ended)
    return steps_to(names(log.level_names), now=log.level, notes=notes)


def _moves(log: Any) -> list[tuple[int, datetime]]:
    changes = [(c["to_level"], datetime.fromisoformat(c["at"])) for c in log.changes]
    first = log.changes[0]["from_level"] if log.changes else log.level
    wonder = [(0, log.concern.opened_at)] if log.concern else []
    return [*wonder, (first, log.opened_at), *changes]


def _span(began: datetime, ended: datetime | None) -> str:
    if ended is None:
        return _("since %(day)s") % {"day": short_day(began)}
    return f"{short_day(began)} – {short_day(ended)}"


def name_of_follow_up(log: Log, municipality: Municipality) -> str:
    """What staff call it: within the unit, or shared with others, by its own word."""
    if log.is_shared:
        return word(municipality, "log") or _("Shared log")
    return _("Follow-up in the unit")
