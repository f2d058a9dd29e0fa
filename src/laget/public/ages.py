"""Ages as families say them: pregnancy, the first year, kindergarten, school, youth."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

UNBORN = -1
GROWN = 99  # and older


@dataclass(frozen=True)
class Stage:
    """A part of childhood: first and last year, both included."""

    key: str
    name: object
    short: object
    first: int
    last: int

    @property
    def ages(self) -> tuple[int, int]:
        return self.first, self.last


STAGES = (
    Stage("pregnancy", _("Pregnancy"), _("Preg."), UNBORN, UNBORN),
    Stage("0-0", _("The first year"), "0", 0, 0),
    Stage("1-5", _("Kindergarten age, 1-5"), "1–5", 1, 5),
    Stage("6-12", _("Primary school age, 6-12"), "6–12", 6, 12),
    Stage("13-15", _("Lower secondary age, 13-15"), "13–15", 13, 15),
    Stage("16-99", _("16 and older"), "16+", 16, GROWN),
)
YEARS = range(19)


def choices() -> list[tuple[object, object]]:
    """For a drop-down: parts of childhood first, then every year."""
    stages = [(stage.key, stage.name) for stage in STAGES]
    years = [(str(year), _years(year)) for year in YEARS]
    return [
        ("", _("All ages")),
        (_("Part of childhood"), stages),
        (_("The child's age"), years),
    ]


def chosen(value: str) -> tuple[int, int] | None:
    """What was chosen, as years; None for all ages."""
    known = {stage.key: stage.ages for stage in STAGES}
    known |= {str(year): (year, year) for year in YEARS}
    return known.get(value)


def in_words(first: int, last: int) -> str:
    """ "fra svangerskapet til 6 år", "1–5 år", "fra 13 år"."""
    if last == UNBORN:
        return gettext("during pregnancy")
    if first == UNBORN:
        if last >= GROWN:
            return gettext("all ages, from pregnancy")
        return gettext("from pregnancy to %(last)s") % {"last": _years(last)}
    if last >= GROWN:
        return gettext("from %(first)s") % {"first": _years(first)}
    if first == last:
        return _years(first)
    return gettext("%(first)s-%(last)s years") % {"first": first, "last": last}


def _years(years: int) -> str:
    return ngettext("%(n)s year old", "%(n)s years old", years) % {"n": years}
