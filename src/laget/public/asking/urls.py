from django.urls import path

from laget.public.asking import views

urlpatterns = [
    path("<slug:slug>/help/", views.ask_for_help, name="ask-for-help"),
]
