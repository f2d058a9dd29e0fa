"""Finding a programme: by its words, age, tier, arena, need, and how one gets in.

A filter that people choose themselves, never a score on a child.
"""

import re
from dataclasses import dataclass

from django.db.models import BooleanField, FloatField, Q
from django.db.models.expressions import RawSQL

from laget.catalogue.models import ProgrammeQuerySet, Status
from laget.organisation.models import Municipality

LONGEST = 200  # characters of what is searched for; the rest is left out
WORD = re.compile(r"\w+")
MATCHES = "catalogue_programme.search @@ to_tsquery('norwegian', %s)"
RANK = "ts_rank(catalogue_programme.search, to_tsquery('norwegian', %s))"


@dataclass(frozen=True)
class Wish:
    """What someone looks for; what is left empty does not count.

    `ages` are whole years, both ends included; -1 is during pregnancy.
    """

    words: str = ""
    need: str = ""
    tier: str = ""
    arena: str = ""
    referral: str = ""
    ages: tuple[int, int] | None = None


def on_show(
    programmes: ProgrammeQuerySet, municipality: Municipality
) -> ProgrammeQuerySet:
    """What everyone may read about: public, and not ended."""
    shown = programmes.filter(municipality=municipality, is_public=True)
    return shown.exclude(status=Status.ENDED)


def find(programmes: ProgrammeQuerySet, wish: Wish) -> ProgrammeQuerySet:
    """Those that answer all of the wish; by words, the nearest first."""
    found = programmes.order_by("name")
    if wish.need:
        found = found.filter(need_areas__contains=[wish.need])
    if wish.tier:
        found = found.filter(tiers__contains=[wish.tier])
    if wish.arena:
        found = found.filter(arenas__contains=[wish.arena])
    if wish.referral:
        found = found.filter(referral=wish.referral)
    if wish.ages:
        youngest, oldest = wish.ages
        found = found.filter(age_from__lte=oldest, age_to__gte=youngest)
    return saying(found, wish.words)


def saying(programmes: ProgrammeQuerySet, words: str) -> ProgrammeQuerySet:
    """Those with the words in any form, the last perhaps not yet written out.

    "barnehage" finds "barnehagen"; a part of a name finds the name.
    """
    typed = " ".join(words[:LONGEST].split())
    if not typed:
        return programmes
    asked = " & ".join(f"{word}:*" for word in WORD.findall(typed))
    matches = RawSQL(MATCHES, [asked], output_field=BooleanField())
    rank = RawSQL(RANK, [asked], output_field=FloatField())
    return programmes.filter(Q(matches) | Q(name__icontains=typed)).order_by(
        rank.desc(), "name"
    )
