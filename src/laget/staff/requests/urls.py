from django.urls import path

from laget.staff.requests import deeds, lists, replies, sending

REQUEST = "requests/<uuid:helprequest_id>/"

urlpatterns = [
    path("requests/", lists.requests, name="requests"),
    path("requests/reply-times/", replies.reply_times, name="reply-times"),
    path(REQUEST, lists.request_page, name="help-request"),
    path(f"{REQUEST}route/", sending.route, name="route-request"),
    path(f"{REQUEST}take-back/", sending.take_back, name="take-back-request"),
    path(f"{REQUEST}accept/", sending.accept, name="accept-request"),
    path(f"{REQUEST}return/", sending.send_back, name="return-request"),
    path(f"{REQUEST}contact/", deeds.contact, name="contact-asker"),
    path(f"{REQUEST}close/", deeds.close, name="close-request"),
]
