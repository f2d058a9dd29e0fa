"""Where one comes in and goes out. Before the municipalities' own names."""

from django.conf import settings
from django.urls import URLPattern, path

from laget.entrance import coming, keeping, leaving, staying

urlpatterns: list[URLPattern] = [
    path("login/again/", coming.again, name="log-in-again"),
    path("login/nothing/", coming.nothing_yours, name="nothing-yours"),
    path("login/<slug:provider>/", coming.login_with, name="login-with"),
    path("login/<slug:provider>/callback/", coming.callback, name="login-callback"),
    path("logout/", leaving.logout, name="logout"),
    path("logged-out/", leaving.logged_out, name="logged-out"),
    path(
        "logout/<slug:provider>/front/",
        leaving.front_channel,
        name="front-channel-logout",
    ),
    path(
        "logout/<slug:provider>/back/", leaving.back_channel, name="back-channel-logout"
    ),
    path("sessions/", staying.sessions, name="sessions"),
    path("session/", staying.extend, name="extend-session"),
    path("kept/<uuid:key>/", keeping.kept, name="kept"),
]
if not settings.DEMONSTRATION:  # there, one chooses a person instead
    urlpatterns += [path("login/", coming.login, name="login")]
