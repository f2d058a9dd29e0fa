from django.urls import path

from laget.family.looked import inquiring, views

LOOKED = "family/<uuid:child_id>/looked/"

urlpatterns = [
    path(LOOKED, views.who_looked, name="who-looked-at-us"),
    path(f"{LOOKED}since/", views.anything_new, name="anyone-looked-since"),
    path(f"{LOOKED}<uuid:line_id>/", inquiring.wonder, name="wonder-about"),
    path("family/inquiries/<uuid:inquiry_id>/", inquiring.own, name="our-inquiry"),
]
