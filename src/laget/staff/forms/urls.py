from django.urls import path

from laget.staff.forms import choosing, filling, finished, paper

FORM = "forms/<uuid:filled_id>/"

urlpatterns = [
    path(
        "concerns/<uuid:concern_id>/forms/",
        choosing.forms_of_concern,
        name="forms-of-concern",
    ),
    path("logs/<uuid:log_id>/forms/", choosing.forms_of_log, name="forms-of-log"),
    path(FORM, finished.form, name="form"),
    path(f"{FORM}fill/", filling.fill_form, name="fill-form"),
    path(f"{FORM}save/", filling.save_form, name="save-form"),
    path(f"{FORM}throw-away/", filling.throw_away_form, name="throw-away-form"),
    path(f"{FORM}preview/", finished.preview_form, name="preview-form"),
    path(f"{FORM}finish/", finished.finish_form, name="finish-form"),
    path(f"{FORM}correct/", finished.correct_form, name="correct-form"),
    path(f"{FORM}print/", paper.print_form, name="print-form"),
    path(f"{FORM}pdf/", paper.form_pdf, name="form-pdf"),
]
