from django.urls import URLPattern, path

from laget.leaders import views

STAFF = "unit/staff/<uuid:employment_id>/"

urlpatterns: list[URLPattern] = [
    path("unit/", views.unit, name="unit"),
    path("unit/logs/<uuid:log_id>/", views.hand_on, name="hand-on"),
    path("unit/logs/<uuid:log_id>/another/", views.ask_another, name="ask-another"),
    path(STAFF, views.absence, name="absence"),
    path(f"{STAFF}back/", views.back_at_work, name="back-at-work"),
    path(f"{STAFF}end/", views.end_work, name="end-work"),
]
