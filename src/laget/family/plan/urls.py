from django.urls import path

from laget.family.plan import pages

urlpatterns = [
    path("family/<uuid:child_id>/", pages.plan, name="our-plan"),
    path("family/<uuid:child_id>/written/", pages.written, name="what-is-written"),
]
