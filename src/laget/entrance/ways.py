"""Which ways in there are, and where one goes afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

from laget.accounts.actions import PERSON
from laget.accounts.oidc.providers import Provider
from laget.organisation.models import Municipality


@dataclass(frozen=True)
class Way:
    """A button on the log-in page: to one provider, for one municipality's staff."""

    name: str
    url: str
    place: str = ""


def provider(key: str) -> Provider:
    """The provider with this name in the address; 404 for any other."""
    found: Provider | None = settings.LOGIN_PROVIDERS.get(key)
    if found is None:
        raise Http404
    return found


def for_families(to: str) -> list[Way]:
    return [_way(each, to) for each in _all() if not each.is_for_staff]


def for_staff(to: str) -> list[Way]:
    """By municipality, in the alphabet's order; one button for each it trusts."""
    trusted = [each for each in _all() if each.is_for_staff]
    places = Municipality.objects.in_use().order_by("name") if trusted else []
    return [
        _way(each, to, place.name)
        for place in places
        for each in trusted
        if vouches_for(each, [place])
    ]


def vouches_for(each: Provider, places: Iterable[Municipality]) -> bool:
    """Is the provider trusted by one of these? It names them by slug or by number."""
    names = {name for place in places for name in (place.slug, place.number)}
    return bool(names & set(each.municipalities))


def wanted(request: HttpRequest) -> str:
    """Where they were on their way to, if it is a place of ours; else empty."""
    to = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()})
    return to if safe and to.startswith("/") else ""


def home(kind: str) -> str:
    """Where one begins: staff with their day, a family with its own page."""
    if kind != PERSON:
        return reverse("day")
    try:
        return reverse("family")
    except NoReverseMatch:
        return reverse("nothing-yours")


def address(key: str, **asked: str) -> str:
    """To a provider, through us."""
    said = urlencode({name: word for name, word in asked.items() if word})
    url = reverse("login-with", kwargs={"provider": key})
    return f"{url}?{said}" if said else url


def _all() -> list[Provider]:
    return list(settings.LOGIN_PROVIDERS.values())


def _way(each: Provider, to: str, place: str = "") -> Way:
    name = each.called((translation.get_language() or "nb")[:2])
    return Way(name, address(each.key, next=to), place)
