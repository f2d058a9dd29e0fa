"""The fan in large pieces: how many programmes there are for each tier and age.

For a narrow screen, and for a municipality that has too many to name each.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from laget.catalogue.models import Programme, Tier
from laget.public.ages import STAGES, Stage
from laget.public.fan.layout import RINGS, Ring
from laget.public.fan.shapes import Pivot

PIVOT = Pivot(190, 192)
RADII = {Tier.RED: (46, 84), Tier.YELLOW: (87, 125), Tier.GREEN: (128, 166)}
WIDTH = 180 / len(STAGES)
RIM = 5


def draw_groups(programmes: Sequence[Programme], label: str, only: bool) -> SafeString:
    """Each piece leads to its programmes in the list. `only`: on wide screens, too."""
    cells = [
        (_cell(programmes, ring, nr),) for ring in RINGS for nr in range(len(STAGES))
    ]
    return format_html(
        '<svg class="fan fan-groups{}" viewBox="0 0 380 202" role="group"'
        ' aria-label="{}">{}{}<text class="number" x="190" y="188">{}</text></svg>',
        " fan-only" if only else "",
        *(label, format_html_join("", "{}", cells), _ages(), len(programmes)),
    )


def _cell(programmes: Sequence[Programme], ring: Ring, nr: int) -> SafeString:
    stage, (inner, outer) = STAGES[nr], RADII[Tier(ring.tier)]
    start, end = nr * WIDTH + 0.6, (nr + 1) * WIDTH - 0.6
    number = sum(_is_for(each, ring.tier, stage) for each in programmes)
    x, y = PIVOT.point((start + end) / 2, (inner + outer - RIM) / 2).split()
    drawn = format_html(
        '<path d="{}"></path><path class="rim" d="{}"></path>'
        '<text x="{}" y="{}" aria-hidden="true">{}</text>',
        PIVOT.blade(start, end, inner, outer),
        PIVOT.blade(start, end, outer - RIM, outer),
        *(x, f"{float(y) + 5:.1f}", number),
    )
    if not number:
        return format_html('<g class="none">{}</g>', drawn)
    return format_html(
        '<a href="{}" class="blade t-{}" aria-label="{}">{}</a>',
        "?" + urlencode({"tier": ring.tier, "age": stage.key}) + "#found",
        *(ring.tier, _spoken(ring.tier, stage, number), drawn),
    )


def _is_for(programme: Programme, tier: str, stage: Stage) -> bool:
    return (
        tier in programme.tiers
        and programme.age_from <= stage.last
        and programme.age_to >= stage.first
    )


def _spoken(tier: str, stage: Stage, number: int) -> str:
    told = ngettext("%(n)s programme", "%(n)s programmes", number) % {"n": number}
    return f"{Tier(tier).label}, {stage.name}: {told}"


def _ages() -> SafeString:
    places = []
    for nr, stage in enumerate(STAGES):
        x, y = PIVOT.point((nr + 0.5) * WIDTH, 178).split()
        places.append((x, f"{float(y) + 3:.1f}", stage.short))
    return format_html_join(
        "", '<text class="ages" x="{}" y="{}" aria-hidden="true">{}</text>', places
    )
