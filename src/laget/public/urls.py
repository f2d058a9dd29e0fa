"""Pages for everyone, before log-in."""

from django.conf import settings
from django.urls import URLPattern, path

from laget.public import views

urlpatterns: list[URLPattern] = [
    path("", views.front, name="front"),
    path("logout/", views.logout, name="logout"),
    path("language/", views.language, name="language"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]
if not settings.DEMONSTRATION:  # there, one chooses a person instead
    urlpatterns += [path("login/", views.login, name="login")]
