from django.urls import URLPattern, path

from laget.staff.day import children, day, emergency, inbox, looked, searching

LOOKED = "children/<uuid:child_id>/looked/"

urlpatterns: list[URLPattern] = [
    path("day/", day.day, name="day"),
    path("children/", children.children, name="children"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<uuid:message_id>/", inbox.read_message, name="read-message"),
    path("search/", searching.search, name="search"),
    path(LOOKED, looked.who_looked, name="who-looked"),
    path("emergency/", emergency.emergency, name="emergency"),
]
