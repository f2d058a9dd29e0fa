"""Pages of other areas that these link to stand as blank names until they are there."""

import pytest
from django.http import HttpResponse
from django.urls import NoReverseMatch, clear_url_caches, path, reverse, set_urlconf

from laget.config import urls
from laget.kernel import identity

UUID = "7b0e8f0e-3a52-4b58-9f3a-111111111111"
NAMES = {
    "day": {},
    "children": {},
    "inbox": {},
    "search": {},
    "discussions": {},
    "unit": {},
    "worry": {},
    "login": {},
    "logout": {},
    "language": {},
    "accessibility": {},
    "privacy": {},
    "child": {"child_id": UUID},
    "concern": {"concern_id": UUID},
}


@pytest.fixture(autouse=True, scope="session")
def pages_of_others():
    missing = [name for name in NAMES if not _is_there(name)]
    for name in missing:
        place = "".join(f"<uuid:{key}>/" for key in NAMES[name])
        stub = path(
            f"stub/{name}/{place}", lambda request, **kw: HttpResponse(), name=name
        )
        urls.urlpatterns.append(stub)
    clear_url_caches()
    set_urlconf(None)


def _is_there(name):
    try:
        reverse(name, kwargs=NAMES[name])
    except NoReverseMatch:
        return False
    return True


def a_number(day="15", month="81", year="20", start=100):
    """A synthetic number that holds by the rule."""
    for middle in range(start, 1000):
        for check in range(100):
            number = f"{day}{month}{year}{middle}{check:02}"
            if identity.is_valid(number):
                return number
    raise AssertionError("no number")
