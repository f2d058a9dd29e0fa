from django.urls import path

from laget.demonstration.views import choose

urlpatterns = [path("login/", choose, name="login")]
