"""What exists for children and families: a fan, a list with filters, a page each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from laget.catalogue.finding import Wish, find, on_show
from laget.catalogue.models import Arena, Need, Programme, Referral, Sort, Tier
from laget.kernel import clock
from laget.organisation.models import Municipality
from laget.public import ages, drawn
from laget.public.fan.drawing import PATTERNS, draw, label
from laget.public.fan.groups import draw_groups
from laget.public.fan.layout import spread
from laget.public.front_door import address
from laget.public.kept import kept
from laget.public.places import of_place, show
from laget.public.saying import in_a_row
from laget.web import forms
from laget.web.page import PageRequest

PAGE = 50
LIGHT = ("name", "tiers", "age_from", "age_to", "need_areas")


def _all(
    words: object, known: Sequence[tuple[str, object]]
) -> list[tuple[str, object]]:
    return [("", words), *known]


def _select(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        required=False,
        widget=forms.Select(),
        choices=choices,
    )


class Filters(forms.Form):
    """What may stand in the address: what one looks for, never who one is."""

    words = forms.LineField(label=_("Search"), required=False, max_length=10_000)
    age = _select(_("Age"), ages.choices)
    tier = _select(_("For whom"), _all(_("All"), Tier.choices))
    arena = _select(_("Where it strengthens"), _all(_("All arenas"), Arena.choices))
    referral = _select(_("How one gets in"), _all(_("All ways"), Referral.choices))
    need = _select(_("What one needs"), [("", _("All needs"))])

    def know(self, needs: Sequence[tuple[str, str]]) -> None:
        """The needs that some programme answers, in words; none: no such filter."""
        if not needs:
            del self.fields["need"]
            return
        self.fields["need"].choices = _all(_("All needs"), needs)  # type: ignore[attr-defined]

    @property
    def wish(self) -> Wish:
        """What could be understood of it; the rest is left out."""
        self.full_clean()
        asked = dict(self.cleaned_data)
        return Wish(**asked | {"ages": ages.chosen(asked.pop("age", ""))})


@require_safe
@of_place
def programmes(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """The fan, and beside it the list: fifty at a time."""
    every = on_show(Programme.objects.all(), municipality)
    filters = Filters(request.GET)
    filters.know(kept(municipality, "needs", lambda: _needs(every)))
    pages = Paginator(find(every.for_list(), filters.wish), PAGE)
    found = pages.get_page(request.GET.get("page"))
    is_narrowed = any(request.GET.get(name) for name in filters.fields)
    context: dict[str, object] = {
        "filters": filters,
        "found": found,
        "listed": lambda: _listed(municipality, found, is_narrowed=is_narrowed),
        "is_narrowed": is_narrowed,
        "more": any(request.GET.get(name) for name in MORE),
        "fan": lambda: kept(municipality, "fan", lambda: fan(every, municipality)),
        "tiers": [(code, words) for code, words in Tier.choices],
    }
    return show(request, municipality, "public/programmes.html", context)


MORE = ("tier", "arena", "referral", "need")


def _needs(programmes: QuerySet[Programme]) -> list[tuple[str, str]]:
    areas = programmes.values_list("need_areas", flat=True)
    answered = {area for each in areas for area in each}
    language = get_language() or "nb"
    known = [need for need in Need.objects.areas() if need.code in answered]
    return [(need.code, need.words(language)) for need in known]


def _listed(
    municipality: Municipality, found: Page[Programme], *, is_narrowed: bool
) -> SafeString:
    """All of them, page by page, are kept; what somebody looks for is not."""

    def draw_them() -> SafeString:
        return drawn.programmes(map(Said, found), municipality)

    if is_narrowed:
        return draw_them()
    drawn_before: SafeString = kept(municipality, f"page-{found.number}", draw_them)
    return drawn_before


@dataclass(frozen=True)
class Said:
    """A programme in the words of the page; the rest is as it is written."""

    programme: Programme

    def __getattr__(self, name: str) -> object:
        return getattr(self.programme, name)

    @property
    def ages_words(self) -> str:
        return ages.in_words(self.programme.age_from, self.programme.age_to)

    @property
    def way_in(self) -> str:
        return str(Referral(self.programme.referral).label)

    @property
    def sort_words(self) -> str:
        return str(Sort(self.programme.sort).label)

    @property
    def tier_marks(self) -> list[tuple[str, str]]:
        return list(zip(self.programme.tiers, self.programme.tier_words, strict=True))

    @property
    def arenas_words(self) -> str:
        return in_a_row(self.programme.arena_words)

    @property
    def in_charge(self) -> str:
        service = self.programme.service
        return self.programme.responsible or (service.name if service else "–")


def fan(every: QuerySet[Programme], municipality: Municipality) -> list[SafeString]:
    """A name on each blade where there is room for it, and the fan in large pieces."""
    programmes = list(every.only(*LIGHT))
    spread_out = spread(programmes)
    groups = draw_groups(programmes, label(), only=spread_out is None)
    if spread_out is None:
        return [PATTERNS, groups]
    urls: dict[object, str] = {
        each.pk: address("programme", municipality, programme_id=each.pk)
        for each in programmes
    }
    return [PATTERNS, draw(spread_out, urls, label()), groups]


@require_safe
@of_place
def overview(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """All of it on paper, with today's date: an annex to the plan."""
    every = on_show(Programme.objects.all(), municipality)
    found = [Said(each) for each in every.for_list().order_by("name")]
    by_tier = [
        (words, code, [each for each in found if code in each.programme.tiers])
        for code, words in Tier.choices
    ]
    context: dict[str, object] = {
        "by_tier": by_tier,
        "number": len(found),
        "today": clock.today(),
        "fan": lambda: kept(municipality, "fan", lambda: fan(every, municipality)),
    }
    return show(request, municipality, "public/overview.html", context)


@require_safe
@of_place
def programme(
    request: PageRequest, municipality: Municipality, programme_id: object
) -> HttpResponse:
    """What it is, for whom, how to start, whom to call."""
    every = on_show(Programme.objects.all(), municipality).for_list()
    one = get_object_or_404(every, pk=programme_id)
    language = get_language() or "nb"
    needs = [need.words(language) for need in Need.objects.filter(code__in=one.needs)]
    context: dict[str, object] = {"programme": Said(one), "needs": in_a_row(needs)}
    return show(request, municipality, "public/programme.html", context)
