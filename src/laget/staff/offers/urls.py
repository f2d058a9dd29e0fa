from django.urls import path

from laget.staff.offers import views

urlpatterns = [
    path("logs/<uuid:log_id>/offers/", views.offers, name="offers"),
    path("offers/<uuid:offer_id>/", views.answer_offer, name="answer-offer"),
]
