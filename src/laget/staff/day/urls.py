from django.urls import URLPattern, path

from laget.staff.day import views

urlpatterns: list[URLPattern] = [
    path("day/", views.day, name="day"),
    path("children/", views.children, name="children"),
    path("inbox/", views.inbox, name="inbox"),
    path("search/", views.search, name="search"),
]
