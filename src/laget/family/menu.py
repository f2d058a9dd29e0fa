"""The places of one child's pages, in the order a family needs them."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from laget.children.models import Child
from laget.web.around import Place

VOICE = ("write-voice", "share-voice", "my-rights", "our-experience")
# address, text, icon, and the other pages that belong to the place
PLACES: list[tuple[str, Any, str, tuple[str, ...]]] = [
    ("our-plan", _("Our plan"), "house", ()),
    ("my-voice", _("My voice"), "speech", VOICE),
    ("threads", _("Messages"), "envelope", ("thread",)),
    ("our-meetings", _("Meetings"), "calendar", ("our-meeting",)),
    ("our-consents", _("Consents"), "consent", ("our-consent",)),
    ("who-looked-at-us", _("Who has looked"), "eye", ()),
    ("our-data", _("My data"), "file", ()),
    ("our-help", _("Ask for help"), "heart", ()),
]
ALWAYS_SHOWN = 3  # beside "More", on a phone


@dataclass(frozen=True)
class Menu:
    """The same places twice: all in a row, and the first few with the rest folded."""

    places: list[Place]

    @property
    def first(self) -> list[Place]:
        return self.places[:ALWAYS_SHOWN]

    @property
    def rest(self) -> list[Place]:
        return self.places[ALWAYS_SHOWN:]

    @property
    def is_in_rest(self) -> bool:
        return any(place.is_current for place in self.rest)


def menu_for(request: HttpRequest, child: Child) -> Menu:
    here = request.resolver_match.url_name if request.resolver_match else ""
    places = []
    for name, text, icon, others in PLACES:
        with suppress(NoReverseMatch):
            url = reverse(name, kwargs={"child_id": child.pk})
            places.append(Place(text, url, icon, here == name or here in others))
    return Menu(places)
