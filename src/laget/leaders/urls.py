from django.urls import URLPattern, path

from laget.leaders import views
from laget.leaders.profile import sheets
from laget.leaders.profile import views as profile

OURS = "administration/<uuid:municipality_id>/"
STAFF = "unit/staff/<uuid:employment_id>/"

urlpatterns: list[URLPattern] = [
    path("unit/", views.unit, name="unit"),
    path("unit/logs/<uuid:log_id>/", views.hand_on, name="hand-on"),
    path("unit/logs/<uuid:log_id>/another/", views.ask_another, name="ask-another"),
    path(STAFF, views.absence, name="absence"),
    path(f"{STAFF}back/", views.back_at_work, name="back-at-work"),
    path(f"{STAFF}end/", views.end_work, name="end-work"),
    path("administration/", profile.administration, name="administration"),
    path(
        f"{OURS}versions/<uuid:version_id>/take-up/",
        profile.take_up,
        name="take-up-version",
    ),
    path(f"{OURS}tables/<slug:kind>/", sheets.sheet, name="sheet"),
    path(f"{OURS}tables/<slug:kind>/template/", sheets.template, name="sheet-template"),
    path(f"{OURS}load/<uuid:upload_id>/", sheets.load_sheet, name="load-sheet"),
    path(f"{OURS}<slug:name>/", profile.section, name="edit-section"),
    path(f"{OURS}<slug:name>/record/", profile.record, name="edit-record"),
    path(f"{OURS}<slug:name>/rearrange/", profile.rearrange, name="rearrange-record"),
    path(f"{OURS}<slug:name>/publish/", profile.publish, name="publish-record"),
    path(f"{OURS}<slug:name>/forget/", profile.throw_away, name="forget-draft"),
    path(f"{OURS}<slug:name>/versions/", profile.versions, name="record-versions"),
]
