"""What the pages about one concern are called, and what each is for."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: dict[str, tuple[Promise, Promise]] = {
    "share": (
        _("Share with a colleague or your leader"),
        _("Two see more than one. You need not carry it alone."),
    ),
    "pass_on": (
        _("Pass on to a colleague"),
        _("The concern always has one owner. It is yours until someone takes over."),
    ),
    "next_date": (
        _("Change the date"),
        _("A concern is never left lying: it has a day on which you look at it again."),
    ),
    "talk": (
        _("Talk with the guardians"),
        _("They know their child best. Most are glad to be told early."),
    ),
    "waits": (
        _("The guardians must not be told first"),
        _("When telling them could put the child in danger, others come first."),
    ),
    "ask": (
        _("Ask a team without names"),
        _("They give you advice without knowing who the child is."),
    ),
    "preview": (
        _("Read it through before you send it"),
        _("Could someone in the team understand which child this is?"),
    ),
    "decide": (
        _("Sum up and decide"),
        _("Following along is no answer without a name and a date."),
    ),
}


def titled(template: str) -> dict[str, object]:
    heading, lead = TITLES[template]
    return {"heading": heading, "lead": lead}
