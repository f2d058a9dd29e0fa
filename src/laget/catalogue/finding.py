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
MOST_WORDS = 10
WORD = re.compile(r"[^\W_]+")
ASKED = "to_tsquery('norwegian', %s)"
# a word such as "og" is in no index: it narrows nothing
MATCHES = f"(numnode({ASKED}) = 0 OR catalogue_programme.search @@ {ASKED})"
RANK = f"ts_rank(catalogue_programme.search, {ASKED})"


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
    """Those with every word in some form, the last perhaps not yet written out.

    "barnehage" finds "barnehagen", and "kurs" a name such as "Foreldrekurs".
    """
    typed = " ".join(words[:LONGEST].split())
    if not typed:
        return programmes
    asked = WORD.findall(typed)
    if not asked:
        return programmes.filter(name__icontains=typed)
    found = programmes
    for word in asked[:MOST_WORDS]:
        sought = f"{word}:*"
        matches = RawSQL(MATCHES, [sought, sought], output_field=BooleanField())
        found = found.filter(Q(matches) | Q(name__icontains=word))
    every = " & ".join(f"{word}:*" for word in asked)
    rank = RawSQL(RANK, [every], output_field=FloatField())
    return found.order_by(rank.desc(), "name")
