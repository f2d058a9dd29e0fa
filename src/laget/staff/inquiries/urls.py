from django.urls import path

from laget.staff.inquiries import views

INQUIRY = "inquiries/<uuid:inquiry_id>/"

urlpatterns = [
    path("inquiries/", views.inquiries, name="inquiries"),
    path(INQUIRY, views.inquiry_page, name="inquiry"),
    path(f"{INQUIRY}answer/", views.answer, name="answer-inquiry"),
]
