"""The places of one child's pages, in the order a family needs them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from laget.children.models import Child
from laget.web.around import Place

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Page:
    """A place's address, its words, and the other pages that belong to it."""

    name: str
    text: "StrPromise"
    icon: str
    others: tuple[str, ...] = ()


VOICE = ("write-voice", "share-voice", "my-rights", "our-experience")
PLACES = [
    Page("our-plan", _("Our plan"), "house", ("what-is-written",)),
    Page("my-voice", _("My voice"), "speech", VOICE),
    Page("threads", _("Messages"), "envelope", ("thread", "start-thread")),
    Page("our-meetings", _("Meetings"), "calendar", ("our-meeting",)),
    Page("our-consents", _("Consents"), "consent", ("our-consent", "consent-receipt")),
    Page("who-looked-at-us", _("Who has looked"), "eye", ("wonder-about",)),
    Page("our-data", _("My data"), "file", ("ask-correction", "comment-on-record")),
    Page("our-help", _("Ask for help"), "heart", ("our-request",)),
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
    return Menu([_place(page, child, here or "") for page in PLACES])


def _place(page: Page, child: Child, here: str) -> Place:
    url = reverse(page.name, kwargs={"child_id": child.pk})
    is_here = here in (page.name, *page.others)
    return Place(str(page.text), url, page.icon, is_here)
