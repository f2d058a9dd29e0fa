from django.urls import path

from laget.family.guest import views

urlpatterns = [
    path("guest/", views.chairs, name="guest"),
    path("guest/<uuid:seat_id>/", views.sit, name="seat"),
    path("guest/take/<slug:link>/", views.take, name="take-seat"),
]
