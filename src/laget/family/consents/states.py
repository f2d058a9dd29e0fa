"""Where a consent stands, in the family's own words, each with a way forward."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from laget.consents.models import Answer, Consent, Ended
from laget.consents.rules import SOON, Needed, State, state

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Where(StrEnum):
    """What the family can know of where it stands."""

    STANDS = "stands"
    SOON = "soon"
    WAITING = "waiting"
    DIFFERENT = "different"
    NO = "no"
    CLEARING = "clearing"
    RUN_OUT = "run_out"
    TAKEN_BACK = "taken_back"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Told:
    name: "StrPromise"
    color: str
    way: "StrPromise"


TELL = {
    Where.STANDS: Told(
        _("Yes, it applies"),
        "success",
        _("The service may take part. You may take it back at any time."),
    ),
    Where.SOON: Told(
        _("Runs out soon"),
        "warning",
        _("When it has run out, the service sees nothing more. We will ask you again."),
    ),
    Where.WAITING: Told(
        _("Waiting"),
        "info",
        _("The service sees nothing until all who decide have said yes."),
    ),
    Where.DIFFERENT: Told(
        _("You have answered differently"),
        "info",
        _(
            "Nothing is opened. Each may think differently, and each may change their "
            "answer at any time."
        ),
    ),
    Where.NO: Told(
        _("No"),
        "neutral",
        _("The service does not take part. All other help goes on as before."),
    ),
    Where.CLEARING: Told(
        _("Not yet"),
        "info",
        _(
            "You have answered. The municipality must clear something up before it "
            "applies. You need do nothing."
        ),
    ),
    Where.RUN_OUT: Told(
        _("Has run out"), "neutral", _("The service sees nothing more.")
    ),
    Where.TAKEN_BACK: Told(
        _("Taken back"), "neutral", _("The service sees nothing more.")
    ),
    Where.REPLACED: Told(_("Replaced by a newer one"), "neutral", _("See the newest.")),
}
NOW = frozenset({Where.STANDS, Where.SOON})
OPEN = NOW | {Where.WAITING, Where.DIFFERENT, Where.NO, Where.CLEARING}


def where(consent: Consent, need: Needed, answers: list[Answer]) -> Where:
    """Where it stands, as far as the family may know.

    All they see have said yes, and it does not apply: it waits for somebody whom they
    may not be told about.
    """
    if consent.ended_at:
        taken_back = consent.ended_how == Ended.WITHDRAWN
        return Where.TAKEN_BACK if taken_back else Where.REPLACED
    if consent.has_run_out:
        return Where.RUN_OUT
    if consent.effective_at:
        return Where.SOON if consent.days_left <= SOON else Where.STANDS
    return {
        State.WAITING: Where.WAITING,
        State.DISAGREED: Where.DIFFERENT,
        State.REFUSED: Where.NO,
        State.COMPLETE: Where.CLEARING,
        State.NOBODY_TO_ASK: Where.CLEARING,
    }[state(need, answers)]
