"""The family's pages. Each area keeps its own addresses."""

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern, URLResolver, include, path

from laget import family
from laget.family import views

FORESEEN = (
    *("plan", "voice", "consents", "threads", "meetings", "looked", "data"),
    *("help", "experience", "notices", "guest"),
)
AREAS = [each.name for each in iter_modules(family.__path__) if each.name in FORESEEN]

urlpatterns: list[URLPattern | URLResolver] = [
    path("family/", views.my_children, name="family"),
    path("family/easy/", views.easy_words, name="easy-words"),
    *(path("", include(import_module(f"laget.family.{area}.urls"))) for area in AREAS),
]
