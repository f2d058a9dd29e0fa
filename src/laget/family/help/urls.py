from django.urls import path

from laget.family.help import views

urlpatterns = [
    path("family/<uuid:child_id>/help/", views.our_help, name="our-help"),
    path("family/help/", views.family_help, name="family-help"),
    path("family/help/<uuid:helprequest_id>/", views.follow, name="our-request"),
]
