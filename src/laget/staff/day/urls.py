from django.urls import URLPattern, path

from laget.staff.day import children, day, searching, views

urlpatterns: list[URLPattern] = [
    path("day/", day.day, name="day"),
    path("children/", children.children, name="children"),
    path("inbox/", views.inbox, name="inbox"),
    path("search/", searching.search, name="search"),
]
