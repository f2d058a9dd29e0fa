"""The municipality's kinds of team: what each is for, who sits in it, how often."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from laget.organisation.models import Municipality, TeamType
from laget.organisation.profile.teams import TERMS
from laget.public.places import of_place, show
from laget.web.page import PageRequest


@dataclass(frozen=True)
class Kind:
    """A kind of team, with its rhythm in words and the units that have one."""

    type: TeamType
    rhythm: list[str]
    units: list[str]


@require_safe
@of_place
def teams(request: PageRequest, municipality: Municipality) -> HttpResponse:
    """Who meets about children here, with what mandate; never about which child."""
    found = municipality.team_types.prefetch_related("teams__unit")
    kinds = [
        Kind(
            each,
            [_rhythm(one) for one in each.cadence],
            sorted(team.unit.name for team in each.teams.all() if team.unit),
        )
        for each in found
    ]
    return show(request, municipality, "public/teams.html", {"kinds": kinds})


def _rhythm(cadence: dict[str, Any]) -> str:
    term = str(dict(TERMS)[cadence["term"]]).lower()
    told = _("at least %(n)s, %(term)s") % {"n": cadence["at_least"], "term": term}
    return f"{told} ({cadence['note']})" if cadence.get("note") else told
