"""What the overview says in words: the ages, and where there is least or nothing."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from laget.catalogue.gaps import Gaps
from laget.catalogue.models import Arena, Tier
from laget.organisation.models import Municipality

BANDS = {
    "pregnancy": gettext_lazy("Pregnancy"),
    "0-0": gettext_lazy("Under 1 year"),
    "1-5": gettext_lazy("1–5 years"),
    "6-12": gettext_lazy("6–12 years"),
    "13-15": gettext_lazy("13–15 years"),
    "16-99": gettext_lazy("16 years and older"),
}
COLOURS = {
    Tier.GREEN: gettext_lazy("green"),
    Tier.YELLOW: gettext_lazy("yellow"),
    Tier.RED: gettext_lazy("red"),
}


def tier(code: str) -> str:
    """ "For some (yellow)": the word, and the colour people know it by."""
    this = Tier(code)
    return f"{this.label} ({COLOURS[this]})"


def arena(code: str) -> str:
    return str(Arena(code).label) if code else _("No arena named")


def sentences(found: Gaps, municipality: Municipality) -> list[str]:
    """Where there is least, and where there is nothing: plainly, from the data."""
    return [s for s in (_least(found, municipality), *_nothing(found)) if s]


def _least(found: Gaps, municipality: Municipality) -> str:
    if not found.count:
        return _("%(place)s has written down no programmes yet.") % {
            "place": municipality.name
        }
    if not found.least:
        return _("%(place)s has as many for everyone, for some and for a few.") % {
            "place": municipality.name
        }
    told = {
        "place": municipality.name,
        "tiers": _and(tier(code).lower() for code in found.least),
    }
    return _("%(place)s has fewest %(tiers)s.") % told


def _nothing(found: Gaps) -> Iterable[str]:
    if not found.count:
        return
    if bare := [arena(code).lower() for code in found.bare_arenas]:
        yield _("There is nothing that builds on: %(what)s.") % {"what": _and(bare)}
    if bare := [str(BANDS[key]).lower() for key in found.bare_bands]:
        yield _("There is nothing for: %(what)s.") % {"what": _and(bare)}
    empty = sum(layer.empty for layer in found.layers)
    told = ngettext(
        "%(n)s place in the tables below is empty.",
        "%(n)s places in the tables below are empty.",
        empty,
    )
    yield told % {"n": empty}


def _and(words: Iterable[str]) -> str:
    *most, last = words
    if not most:
        return last
    return _("%(most)s and %(last)s") % {"most": ", ".join(most), "last": last}
