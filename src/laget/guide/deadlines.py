"""A step's deadlines in words: "senest 14 dager etter at bekymringen ble skrevet ned".

A deadline is a range counted from an event, perhaps for one kind of concern only.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, npgettext

from laget.guide.profile_sections import CONCERNS

Deadline = Mapping[str, Any]
AFTER = {
    "concern_written": gettext_lazy("after the concern was written down"),
    "concern_shared": gettext_lazy("after the concern was shared"),
    "talked": gettext_lazy("after the conversation with the guardians"),
    "decided": gettext_lazy("after it was decided what to do"),
    "consent_asked": gettext_lazy("after the family was asked for consent"),
    "consent_given": gettext_lazy("after the family consented"),
    "log_opened": gettext_lazy("after the log was opened"),
    "goals_agreed": gettext_lazy("after goals were agreed on"),
    "reviewed": gettext_lazy("after the last review"),
    "level_raised": gettext_lazy("after the level was raised"),
    "request_received": gettext_lazy("after the request for help was received"),
    "report_sent": gettext_lazy("after the report was sent to child welfare"),
    "meeting_held": gettext_lazy("after the meeting"),
    "birth": gettext_lazy("after the birth"),
    "school_start": gettext_lazy("after school has begun"),
}


def all_in_words(deadlines: Sequence[Deadline]) -> list[str]:
    """Every deadline of a step, in the guide's own order."""
    return [in_words(each) for each in deadlines]


def in_words(deadline: Deadline) -> str:
    """One deadline as people say it, in the language of the page.

    An event in the municipality's own words is shown as it is written there.
    """
    told = {"time": _time(deadline), "event": _event(deadline)}
    said = _("%(time)s %(event)s") % told if told["event"] else str(told["time"])
    only = dict(CONCERNS).get(deadline.get("concern") or "any", "")
    if not only or deadline.get("concern") in (None, "", "any"):
        return said
    return _("%(deadline)s (only for: %(concern)s)") % {
        "deadline": said,
        "concern": str(only).lower(),
    }


def _time(deadline: Deadline) -> str:
    least, most = deadline.get("at_least") or 0, deadline["at_most"]
    unit = deadline["unit"]
    if most == 0:
        return _("at once")
    if least == 0:
        return _("within %(time)s") % {"time": _length(most, unit)}
    if least == most:
        return _length(most, unit)
    return _("between %(least)s and %(time)s") % {
        "least": least,
        "time": _length(most, unit),
    }


def _length(number: int, unit: str) -> str:
    words = {
        "hours": npgettext("deadline", "%(n)s hour", "%(n)s hours", number),
        "days": npgettext("deadline", "%(n)s day", "%(n)s days", number),
        "workdays": npgettext(
            "deadline", "%(n)s working day", "%(n)s working days", number
        ),
        "weeks": npgettext("deadline", "%(n)s week", "%(n)s weeks", number),
        "months": npgettext("deadline", "%(n)s month", "%(n)s months", number),
    }
    return words[unit] % {"n": number}


def _event(deadline: Deadline) -> str:
    if own := deadline.get("from_words"):
        return _("(counted from: %(event)s)") % {"event": own}
    return str(AFTER.get(deadline["from"], ""))
