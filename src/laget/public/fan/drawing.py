"""The fan with a blade for each programme: its name, its tier by ring and pattern."""

from collections.abc import Iterable
from textwrap import wrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from laget.catalogue.models import Programme, Tier
from laget.public.ages import in_words
from laget.public.fan.layout import RINGS, SECTORS, Blade, Fan
from laget.public.fan.shapes import Pivot

PIVOT = Pivot(608, 626)
RIM = 9  # the outer edge of a blade, where its pattern is
LETTER, LINE = 6.4, 14  # how wide a letter is, how high a line
PATTERNS = mark_safe(
    '<svg class="fan-patterns" width="0" height="0" aria-hidden="true"><defs>'
    '<pattern id="fan-dots" width="6" height="6"'
    ' patternUnits="userSpaceOnUse"><rect width="6" height="6"></rect>'
    '<circle cx="3" cy="3" r="1.6"></circle></pattern>'
    '<pattern id="fan-lines" width="6" height="6" patternTransform="rotate(45)"'
    ' patternUnits="userSpaceOnUse"><rect width="6" height="6"></rect>'
    '<path d="M0 0V6" stroke-width="5"></path></pattern></defs></svg>'
)


def draw(fan: Fan, url_of: dict[object, str], label: str) -> SafeString:
    """The whole picture. `url_of` is the address of each programme's own page."""
    return format_html(
        '<svg class="fan fan-full" viewBox="0 0 1216 662" role="group" aria-label="{}">'
        "{}{}{}{}</svg>",
        *(label, _tracks(fan), _names_of_ages(fan)),
        format_html_join("", "{}", ((_blade(b, url_of),) for b in fan.blades)),
        _feet(fan),
    )


def _tracks(fan: Fan) -> SafeString:
    """Where nothing lies there is an empty place: that, too, is worth seeing."""
    cells = [
        (PIVOT.blade(start + 0.3, end - 0.3, ring.inner, ring.outer),)
        for ring in RINGS
        for start, end in zip(fan.edges, fan.edges[1:], strict=False)
    ]
    return format_html_join("", '<path class="track" d="{}"></path>', cells)


def _names_of_ages(fan: Fan) -> SafeString:
    """Written along the rim, over each part of childhood."""
    ends = zip(fan.edges, fan.edges[1:], strict=False)
    paths = [
        (f"fan-age-{nr}", PIVOT.arc(start, end, 602))
        for nr, (start, end) in enumerate(ends)
    ]
    lines = format_html_join("", '<path id="{}" d="{}" fill="none"></path>', paths)
    texts = format_html_join(
        "",
        '<text class="ages"><textPath href="#{}" startOffset="50%">{}</textPath>'
        "</text>",
        ((path[0], sector.name) for path, sector in zip(paths, SECTORS, strict=True)),
    )
    return format_html("{}{}", lines, texts)


def _blade(blade: Blade, url_of: dict[object, str]) -> SafeString:
    ring, programme = blade.ring, blade.programme
    rim = PIVOT.blade(blade.start, blade.end, ring.outer - RIM, ring.outer)
    return format_html(
        '<a href="{}" class="blade t-{}" aria-label="{}"><path d="{}"></path>'
        '<path class="rim" d="{}"></path>{}</a>',
        *(url_of[programme.pk], ring.tier, spoken(programme, ring.tier)),
        *(PIVOT.blade(blade.start, blade.end, ring.inner, ring.outer), rim),
        _name(blade),
    )


def spoken(programme: Programme, tier: str) -> str:
    """What a listener hears: the name, for whom, and which ages."""
    ages = in_words(programme.age_from, programme.age_to)
    return f"{programme.name}. {Tier(tier).label}, {ages}"


def _name(blade: Blade) -> SafeString:
    """The name along the blade, on as many lines as there is room for."""
    inner, outer = blade.ring.inner + 8, blade.ring.outer - RIM - 5
    place, turn = PIVOT.along(blade.middle, inner, outer)
    room = max(1, min(3, int(blade.width * 0.9 / LINE)))
    said = fitted(blade.programme.name, int((outer - inner) / LETTER), room)
    x, y = place.split()
    first = -LINE * (len(said) - 1) / 2 + 4
    return format_html(
        '<text transform="translate({} {}) rotate({})" aria-hidden="true">{}</text>',
        *(x, y, f"{turn:.1f}"),
        format_html_join(
            "",
            '<tspan x="0" y="{}">{}</tspan>',
            ((f"{first + LINE * nr:.1f}", f"{line} ") for nr, line in enumerate(said)),
        ),
    )


def fitted(name: str, letters: int, lines: int) -> list[str]:
    """The name on so many lines; what there is no room for becomes three dots."""
    broken = wrap(name, letters) or [""]
    if len(broken) <= lines:
        return broken
    return [*broken[: lines - 1], broken[lines - 1][: letters - 1].rstrip() + "…"]


def _feet(fan: Fan) -> SafeString:
    """What the rings are, under both ends; and how many programmes there are."""
    names = [(ring.middle, str(Tier(ring.tier).label)) for ring in RINGS]
    feet = [
        (f"{PIVOT.x + side * x:.0f}", PIVOT.y + 20, name)
        for x, name in names
        for side in (-1, 1)
    ]
    number = count(blade.programme for blade in fan.blades)
    return format_html(
        '{}<text class="number" x="{}" y="{}">{}</text>'
        '<text class="ages" x="{}" y="{}">{}</text>',
        format_html_join("", '<text class="ages" x="{}" y="{}">{}</text>', feet),
        *(PIVOT.x, PIVOT.y - 32, number, PIVOT.x, PIVOT.y - 10),
        ngettext("programme", "programmes", number),
    )


def count(programmes: Iterable[Programme]) -> int:
    return len({programme.pk for programme in programmes})


def label() -> str:
    return _("The programmes as a fan, by age and by whom they are for")
