"""What has become of a request for help, told to the one who asked.

Only days and services: never what those who answer have written to one another.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.intake.models import HelpRequest, Outcome

ENDED: dict[str, str | Promise] = {
    Outcome.ADVICE: gettext_lazy("You got to talk with somebody, and advice."),
    Outcome.HELP: gettext_lazy("Help has begun in one of our services."),
    Outcome.ELSEWHERE: gettext_lazy(
        "You were helped on to somebody outside the municipality."
    ),
    Outcome.NOT_WANTED: gettext_lazy("You no longer wanted help. You can ask again."),
    Outcome.NOT_REACHED: gettext_lazy("We did not reach you. You can ask again."),
    Outcome.NO_REQUEST: gettext_lazy("It is closed. Ask again if you need help."),
}


@dataclass(frozen=True)
class Step:
    """One thing that has happened, or that is to come."""

    words: str
    at: date | datetime | None = None
    is_done: bool = True


def steps(request: HelpRequest) -> list[Step]:
    """From the asking to the end; the next thing last, while there is one."""
    told = [Step(_("We have received it."), request.received_at)]
    if request.is_accepted and request.unit:
        words = _("%(service)s has it now, and answers you.")
        told.append(Step(words % {"service": request.unit.service.name}))
    if request.answered_at:
        told.append(Step(_("We have been in touch with you."), request.answered_at))
    if request.closed_at:
        told.append(Step(str(ENDED[request.outcome]), request.closed_at))
    elif not request.answered_at:
        told.append(Step(_waits(request), request.answer_by, is_done=False))
    return told


def _waits(request: HelpRequest) -> str:
    if request.is_accepted and request.unit:
        who = request.unit.service.name
    else:
        who = request.municipality.name
    return _("%(who)s answers you at the latest this day.") % {"who": who}


def in_short(request: HelpRequest) -> str:
    """For the list: where it is now, in a few words."""
    if request.closed_at:
        return _("Closed")
    if request.answered_at:
        return _("Answered")
    if request.is_accepted:
        return _("Somebody has it")
    return _("Received")
