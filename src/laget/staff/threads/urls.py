from django.urls import URLPattern, path

from laget.staff.threads import reach, views

ABOUT, ONE = "logs/<uuid:log_id>/messages/", "messages/<uuid:thread_id>/"

urlpatterns: list[URLPattern] = [
    path(ABOUT, views.log_threads, name="log-threads"),
    path(f"{ABOUT}new/", views.start_staff_thread, name="start-staff-thread"),
    path(ONE, views.staff_thread, name="staff-thread"),
    path(f"{ONE}write/", views.write_staff_post, name="write-staff-post"),
    path("messages/<uuid:post_id>/back/", views.recall_post, name="recall-post"),
    path("inbox/how/", reach.reach, name="reach"),
]
