from django.urls import path

from laget.staff.meetings import agenda, answers, calling, minutes, pages, seats

MEETING = "meetings/<uuid:meeting_id>"
INVITATION = "invitations/<uuid:invitation_id>"

urlpatterns = [
    path("logs/<uuid:log_id>/meetings/", pages.log_meetings, name="log-meetings"),
    path("logs/<uuid:log_id>/meetings/call/", calling.call, name="call-meeting"),
    path(f"{MEETING}/", pages.staff_meeting, name="staff-meeting"),
    path(f"{MEETING}/calendar/", pages.calendar, name="meeting-calendar"),
    path(f"{MEETING}/move/", calling.move, name="move-meeting"),
    path(f"{MEETING}/cancel/", calling.cancel, name="cancel-meeting"),
    path(f"{MEETING}/ask/", calling.invite, name="ask-to-meeting"),
    path(f"{MEETING}/agenda/", agenda.say, name="meeting-agenda"),
    path(f"{MEETING}/minutes/", minutes.write, name="write-minutes"),
    path(f"{MEETING}/guest/", seats.to_meeting, name="guest-to-meeting"),
    path(f"{INVITATION}/answer/", answers.answer, name="answer-meeting"),
    path(f"{INVITATION}/take-back/", answers.take_back, name="take-back-invitation"),
    path("agenda/<uuid:agendaitem_id>/", agenda.take_off, name="take-off-agenda"),
    path("minutes/<uuid:minutes_id>/share/", minutes.share, name="share-minutes"),
    path("forms/<uuid:filled_id>/guest/", seats.to_form, name="guest-to-form"),
    path("guests/<uuid:seat_id>/end/", seats.end, name="end-seat"),
]
