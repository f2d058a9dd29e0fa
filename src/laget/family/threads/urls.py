from django.urls import URLPattern, path

from laget.family.threads import drafts, views

ABOUT, ONE = "family/<uuid:child_id>/messages/", "family/messages/<uuid:thread_id>/"
BACK = "family/messages/<uuid:post_id>/back/"

urlpatterns: list[URLPattern] = [
    path(ABOUT, views.threads, name="threads"),
    path(f"{ABOUT}new/", views.start_thread, name="start-thread"),
    path(f"{ABOUT}new/keep/", drafts.keep_start, name="keep-new-thread"),
    path(ONE, views.thread, name="thread"),
    path(f"{ONE}keep/", drafts.keep_post, name="keep-post"),
    path(f"{ONE}write/", views.write_post, name="write-post"),
    path(BACK, views.take_back_post, name="take-back-post"),
]
