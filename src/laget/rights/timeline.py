"""What a child's timeline says of an offer."""

from typing import Any

from django.utils.translation import gettext as _

from laget.logs.timeline import kinds, records, words
from laget.logs.timeline.kinds import About, Kind
from laget.rights.models import Offer, Said

FIELDS = "rule__title told said said_on words offered_on"
Told = dict[str, Any]


def join_in() -> None:
    """The timeline stands below the rights: what it says of an offer is told here."""
    records.FIELDS[About.OFFER] = (Offer, FIELDS)
    for verb in ("made", "answered", "not_made"):
        kinds.ACTIONS[f"offer.{verb}"] = (Kind.OFFERS, About.OFFER)
    words.TITLES["offer"] = title
    words.WORDS["offer.made"] = lambda told: ((_("Who was told"), told["told"]),)
    words.WORDS["offer.answered"] = lambda told: (("", told["words"]),)
    words.WORDS["offer.not_made"] = lambda told: ((_("Why"), told["words"]),)


def title(verb: str, told: Told, details: Told) -> str:
    """Offered, answered or not offered: what, and how they answered then."""
    named = {"what": told["rule__title"], "said": ""}
    if verb == "answered":
        named["said"] = str(Said(details.get("said", "")).label)
    return {
        "made": _("Offered: %(what)s"),
        "answered": _("Answer to “%(what)s”: %(said)s"),
        "not_made": _("Not offered: %(what)s"),
    }[verb] % named
