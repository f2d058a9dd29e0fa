"""The addresses of pages that other areas give, while they are not there yet."""

from django.http import HttpResponse
from django.urls import path

from laget.config.urls import *  # noqa: F403
from laget.config.urls import urlpatterns as known

BY_ID = (
    *("concern", "handover", "review", "change-intervention", "add-intervention"),
    *("change-goal", "end-goal", "set-goal", "consents", "consent", "open-log"),
    *("offer-log", "invite", "change-level", "log-next-date", "move-child"),
    *("close-log", "edit-child", "who-looked", "report-child"),
)
PLAIN = (
    *("day", "worry", "children", "discussions", "search", "unit", "inbox"),
    *("login", "logout", "language", "accessibility", "privacy"),
)


def nothing(request, **kwargs):
    return HttpResponse("")


urlpatterns = [
    *[path(f"stub/{name}/<uuid:key>/", nothing, name=name) for name in BY_ID],
    *[path(f"stub/{name}/", nothing, name=name) for name in PLAIN],
    *known,
]
