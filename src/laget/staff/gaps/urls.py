from django.urls import path

from laget.staff.gaps import views

urlpatterns = [path("programmes/gaps/", views.gaps, name="gaps")]
