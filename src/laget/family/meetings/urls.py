from django.urls import path

from laget.family.meetings import views

MEETING = "family/meetings/<uuid:meeting_id>"

urlpatterns = [
    path("family/<uuid:child_id>/meetings/", views.our_meetings, name="our-meetings"),
    path(f"{MEETING}/", views.our_meeting, name="our-meeting"),
    path(f"{MEETING}/calendar/", views.calendar, name="our-meeting-calendar"),
    path(f"{MEETING}/answer/", views.answer, name="answer-our-meeting"),
    path(f"{MEETING}/agenda/", views.say, name="our-meeting-agenda"),
    path(
        "family/agenda/<uuid:agendaitem_id>/",
        views.take_off,
        name="take-off-our-agenda",
    ),
]
