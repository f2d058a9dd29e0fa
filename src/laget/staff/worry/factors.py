"""What protects and what weighs, in the reader's language: ticks, never a score."""

from dataclasses import dataclass
from typing import Self

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from laget.guide.models import Factor

Group = tuple[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class Factors:
    protecting: list[Group]
    risks: list[Group]

    @classmethod
    def read(cls) -> Self:
        """All of them, in groups, by one question to the database."""
        every = list(Factor.objects.all())
        sides = Factor.Side
        return cls(_groups(every, sides.PROTECTION), _groups(every, sides.RISK))

    def ticked(self, side: str, codes: list[str]) -> list[Group]:
        """Those of one side that were ticked, in their groups, for reading."""
        groups = self.protecting if side == Factor.Side.PROTECTION else self.risks
        kept = [(name, [f for f in some if f[0] in codes]) for name, some in groups]
        return [group for group in kept if group[1]]


def _groups(every: list[Factor], side: str) -> list[Group]:
    names = {
        Factor.Group.CHILD: _("The child"),
        Factor.Group.FAMILY: _("The family"),
        Factor.Group.ARENA: _("Kindergarten, school and leisure"),
    }
    language = get_language() or "nb"
    here = [factor for factor in every if factor.side == side]
    groups = [
        (name, [(f.code, f.words(language)) for f in here if f.group == group])
        for group, name in names.items()
    ]
    return [group for group in groups if group[1]]
