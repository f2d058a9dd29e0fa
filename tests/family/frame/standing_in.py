"""The real addresses, and a small page for each place that is not built yet."""

from django.http import HttpResponse
from django.template import engines
from django.urls import path

from laget.access import door
from laget.access.family import READ
from laget.config.urls import *  # noqa: F403
from laget.config.urls import urlpatterns as real

PAGE = """{% extends "family/base.html" %}{% load i18n laget %}
{% block title %}{% translate "Our plan" %}{% endblock %}
{% block content %}{% translate "Our plan" as title %}{% page_head title %}{% endpage_head %}
<div class="stack">{% translate "Meetings" as meetings %}{% card meetings %}
<p>{% translate "Ask us if something is unclear. You have the right to an interpreter." %}</p>
<div class="buttons">{% translate "Messages" as messages %}{% link_button messages "/" "envelope" %}</div>
{% endcard %}{% translate "Ask for help" as ask %}{% card ask %}<p>{% if easy %}easy{% else %}usual{% endif %}</p>
<p>{% translate "You can always ask for help. Nobody has to refer you." %}</p>{% endcard %}</div>
{% endblock %}"""


@door.one(READ)
def plain(request, child):
    request.session["seen"] = True
    context = {"child": child, "holder": {"name": "Kari Lund", "phone": "900 00 000"}}
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render(context, request))


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
