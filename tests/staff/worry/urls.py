"""The real addresses, and an empty page for each that another area has not made yet."""

from django.http import HttpResponse
from django.urls import get_resolver, path

from laget.config import urls as real

CHILD = "<uuid:child_id>"
NAMES = {
    "child": f"children/{CHILD}/",
    "open-log": f"children/{CHILD}/open/",
    "find-child": "children/find/",
    "consents": f"children/{CHILD}/consents/",
    "report": "report/",
    "report-concern": "concerns/<uuid:concern_id>/report/",
    "write-report": "reports/<uuid:report_id>/",
}
_known = get_resolver("laget.config.urls").reverse_dict
urlpatterns = [*real.urlpatterns]
for name, route in NAMES.items():
    if name not in _known:
        urlpatterns.append(path(route, lambda _, **__: HttpResponse(), name=name))
handler403, handler404, handler500 = real.handler403, real.handler404, real.handler500
