"""Pages for everyone, before log-in."""

from django.urls import URLPattern, path

from laget.public import views

urlpatterns: list[URLPattern] = [
    path("", views.front, name="front"),
    path("language/", views.language, name="language"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]
