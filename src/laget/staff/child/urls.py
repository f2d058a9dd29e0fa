from django.urls import path

from laget.staff.child import entries, pages

urlpatterns = [
    path("children/<uuid:child_id>/", pages.child, name="child"),
    path("logs/<uuid:log_id>/", pages.log, name="log"),
    path("logs/<uuid:log_id>/entries/", entries.write_entry, name="write-entry"),
    path("entries/<uuid:entry_id>/", entries.change_entry, name="change-entry"),
    path("entries/<uuid:entry_id>/undo/", entries.undo_entry, name="undo-entry"),
    path("entries/<uuid:entry_id>/recall/", entries.recall_entry, name="recall-entry"),
    path(
        "entries/<uuid:entry_id>/versions/",
        entries.entry_versions,
        name="entry-versions",
    ),
]
