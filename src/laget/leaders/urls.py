from django.urls import URLPattern, path

from laget.leaders import views

urlpatterns: list[URLPattern] = [path("unit/", views.unit, name="unit")]
