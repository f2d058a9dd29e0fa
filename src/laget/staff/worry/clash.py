"""A concern saved in two windows: both texts are shown, and none is thrown away."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from laget.audit.models import Event
from laget.concerns.actions import TEXTS
from laget.concerns.models import Concern
from laget.kernel import Overtaken
from laget.staff.worry.factors import Factors
from laget.staff.worry.forms import WriteForm, initial_of
from laget.web.page import PageRequest, page


@dataclass(frozen=True)
class Pair:
    """One field, as it was written here and as it is saved."""

    label: str
    mine: str
    theirs: str


def clash_page(
    request: PageRequest, concern: Concern, overtaken: Overtaken, factors: Factors
) -> HttpResponse:
    """What was written here beside what is saved, and both put together."""
    mine = overtaken.mine
    saved = initial_of(concern)
    made: dict[str, Any] = {"concern": concern, "factors": factors}
    form = WriteForm(**made, initial=saved | _together(concern, mine))
    keep = WriteForm(**made, initial=saved | _ticked(mine), auto_id="mine_%s")
    told = {
        "concern": concern,
        "pairs": _pairs(form, mine, saved),
        "form": form,
        "keep": keep,
        "at": _saved_at(concern),
    }
    return page(request, "staff/worry/clash.html", told, 409)


def _ticked(mine: dict[str, Any]) -> dict[str, Any]:
    return mine | {"protecting": mine["factors"], "risks": mine["factors"]}


def _pairs(form: WriteForm, mine: Any, saved: Any) -> list[Pair]:
    return [
        Pair(str(form[name].label), mine[name], saved[name])
        for name in TEXTS
        if mine[name] != saved[name]
    ]


def _together(concern: Concern, mine: dict[str, Any]) -> dict[str, Any]:
    """What is saved, and under it what was written here; every tick from both."""
    texts = {name: _joined(name, getattr(concern, name), mine[name]) for name in TEXTS}
    ticks = sorted({*concern.factors, *mine["factors"]})
    return {**texts, "protecting": ticks, "risks": ticks}


def _joined(name: str, saved: str, mine: str) -> str:
    if mine in saved:
        return saved
    if saved in mine:
        return mine
    return (" / " if name in ("label", "since") else "\n\n").join((saved, mine))


def _saved_at(concern: Concern) -> Any:
    lines = Event.objects.filter(subject=concern.about, action="concern.written")
    return lines.order_by("-at").values_list("at", flat=True).first()
