"""The family's pages. Each area keeps its own addresses."""

from django.urls import URLPattern, URLResolver, include, path

from laget.family import views

AREAS = (
    *("plan", "voice", "consents", "threads", "meetings", "looked", "data"),
    *("help", "experience", "notices", "guest"),
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("family/", views.my_children, name="family"),
    path("family/easy/", views.easy_words, name="easy-words"),
    *(path("", include(f"laget.family.{area}.urls")) for area in AREAS),
]
