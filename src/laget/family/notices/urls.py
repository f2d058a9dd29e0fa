from django.urls import URLPattern, path

from laget.family.notices import needs, views

urlpatterns: list[URLPattern] = [
    path("family/notices/", views.family_notices, name="family-notices"),
    path("family/notices/how/", views.family_reach, name="family-reach"),
    path("family/notices/needs/", needs.family_needs, name="family-needs"),
    path("family/notices/<uuid:message_id>/", views.read_notice, name="read-notice"),
]
