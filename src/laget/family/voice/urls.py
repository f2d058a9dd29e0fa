from django.urls import path

from laget.family.voice import together, views

OURS = "family/<uuid:child_id>"
THEIRS = "children/<uuid:child_id>/voice"

urlpatterns = [
    path(f"{OURS}/voice/", views.my_voice, name="my-voice"),
    path(f"{OURS}/voice/write/", views.write_voice, name="write-voice"),
    path(f"{OURS}/voice/save/", views.save_voice, name="save-voice"),
    path(f"{OURS}/voice/share/", views.share_voice, name="share-voice"),
    path(
        "family/voices/<uuid:voice_id>/take-back/",
        views.take_back_voice,
        name="take-back-voice",
    ),
    path(f"{OURS}/rights/", views.my_rights, name="my-rights"),
    path(f"{THEIRS}/", together.staff_voice, name="staff-voice"),
    path(f"{THEIRS}/save/", together.save_staff_voice, name="save-staff-voice"),
    path(f"{THEIRS}/share/", together.share_staff_voice, name="share-staff-voice"),
    path(
        "voices/<uuid:voice_id>/take-back/",
        together.take_back_staff_voice,
        name="take-back-staff-voice",
    ),
]
