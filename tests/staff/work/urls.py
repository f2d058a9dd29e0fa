"""The real addresses; where another area's are not built yet, a place that answers."""

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.urls.exceptions import NoReverseMatch

from laget.config import urls as real

ELSEWHERE = {
    name: name + "/"
    for name in (
        *("day", "children", "worry", "inbox", "discussions", "search", "unit"),
        *("login", "logout", "language", "accessibility", "privacy", "front"),
    )
} | {
    "child": "children/<uuid:child_id>/",
    "consents": "children/<uuid:child_id>/consents/",
    "report-child": "children/<uuid:child_id>/report/",
    "log": "logs/<uuid:log_id>/",
}


def elsewhere(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse()


def _is_missing(name: str) -> bool:
    for given in ({}, {"child_id": _ANY}, {"log_id": _ANY}):
        try:
            reverse(name, "laget.config.urls", kwargs=given)
        except NoReverseMatch:
            continue
        return False
    return True


_ANY = "00000000-0000-0000-0000-000000000000"
urlpatterns = [
    *real.urlpatterns,
    *(path(at, elsewhere, name=n) for n, at in ELSEWHERE.items() if _is_missing(n)),
]
