from django.urls import include, path

urlpatterns = [
    path("", include("laget.staff.day.urls")),
    path("", include("laget.staff.worry.urls")),
    path("", include("laget.staff.register.urls")),
    path("", include("laget.staff.forms.urls")),
    path("", include("laget.staff.child.urls")),
    path("", include("laget.staff.work.urls")),
    path("", include("laget.staff.requests.urls")),
    path("", include("laget.staff.offers.urls")),
    path("", include("laget.staff.gaps.urls")),
    path("", include("laget.staff.meetings.urls")),
    path("", include("laget.staff.inquiries.urls")),
    path("", include("laget.staff.shields.urls")),
    path("", include("laget.staff.threads.urls")),
]
