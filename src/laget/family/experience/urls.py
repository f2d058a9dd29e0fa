from django.urls import path

from laget.family.experience import views

urlpatterns = [
    path(
        "family/<uuid:child_id>/experience/",
        views.our_experience,
        name="our-experience",
    ),
    path(
        "family/<uuid:child_id>/experience/later/",
        views.not_now,
        name="put-experience-away",
    ),
]
