from django.urls import path

from laget.family.data import views, writing

DATA = "family/<uuid:child_id>/data/"

urlpatterns = [
    path(DATA, views.our_data, name="our-data"),
    path(f"{DATA}download/", views.download, name="download-our-data"),
    path(f"{DATA}correct/", writing.correct, name="ask-correction"),
    path(f"{DATA}comment/", writing.comment, name="comment-on-record"),
    path(
        "family/comments/<uuid:comment_id>/remove/",
        writing.take_away,
        name="take-comment-away",
    ),
]
