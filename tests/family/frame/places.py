"""The real addresses, and a small page for each place that is not built yet."""

from pathlib import Path

from django.http import HttpResponse
from django.template import engines
from django.urls import path

from laget.access import door
from laget.access.family_plan import READ
from laget.config.urls import *  # noqa: F403
from laget.config.urls import urlpatterns as real

PAGE = Path(__file__).with_name("places.html").read_text()


@door.one(READ)
def plain(request, child):
    request.session["seen"] = True
    context = {"child": child, "holder": {"name": "Kari Lund", "phone": "900 00 000"}}
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render(context, request))


plain.__module__ = "laget.family.standing_in"  # speaks as the family's pages do
PLACES = {
    "our-plan": "",
    "my-voice": "voice/",
    "threads": "messages/",
    "our-meetings": "meetings/",
    "our-consents": "consents/",
    "who-looked-at-us": "looked/",
    "our-data": "data/",
    "our-help": "help/",
}
urlpatterns = [
    *(
        path(f"family/<uuid:child_id>/{address}", plain, name=name)
        for name, address in PLACES.items()
    ),
    *real,
]
