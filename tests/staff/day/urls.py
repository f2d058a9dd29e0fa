"""The real addresses, and an empty page for each that another area has not made yet."""

from django.http import HttpResponse
from django.urls import get_resolver, path

from laget.config import urls as real

CHILD = "<uuid:child_id>"
NAMES = {
    "child": f"children/{CHILD}/",
    "consents": f"children/{CHILD}/consents/",
    "worry": "worry/",
    "discussions": "discussions/",
    "concern": "concerns/<uuid:concern_id>/",
    "discussion": "discussions/<uuid:discussion_id>/",
    "review": "interventions/<uuid:intervention_id>/review/",
    "change-goal": "goals/<uuid:goal_id>/",
    "handover": "handovers/<uuid:handover_id>/",
    "write-report": "reports/<uuid:report_id>/",
    "report": "report/",
}
_known = get_resolver("laget.config.urls").reverse_dict
urlpatterns = [*real.urlpatterns]
for name, route in NAMES.items():
    if name not in _known:
        urlpatterns.append(path(route, lambda _, **__: HttpResponse(), name=name))
handler403, handler404, handler500 = real.handler403, real.handler404, real.handler500
