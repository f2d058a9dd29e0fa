"""Who the child is, who answers for it, what they said yes to; the red door."""

from django.urls import path

from laget.staff.register import (
    consents,
    finding,
    keeping,
    numbering,
    registering,
    report_pages,
    reports,
)

CHILD, CONSENT = "children/<uuid:child_id>/", "consents/<uuid:consent_id>/"
GUARDIAN, REPORT = "guardians/<uuid:guardianship_id>/", "reports/<uuid:report_id>/"
CONCERN = "concerns/<uuid:concern_id>/"

urlpatterns = [
    path("children/find/", finding.find_child, name="find-child"),
    path("children/register/", registering.register_child, name="register-child"),
    path(f"{CONCERN}child/", finding.attach_child, name="attach-child"),
    path(f"{CHILD}edit/", keeping.edit_child, name="edit-child"),
    path(f"{CHILD}born/", keeping.child_is_born, name="child-is-born"),
    path(f"{CHILD}guardians/", keeping.add_guardian, name="add-guardian"),
    path(f"{GUARDIAN}reach/", keeping.reach_guardian, name="reach-guardian"),
    path(f"{GUARDIAN}number/", numbering.number_guardian, name="number-guardian"),
    path(f"{GUARDIAN}end/", keeping.end_guardian, name="end-guardian"),
    path(f"{CHILD}consents/", consents.all_consents, name="consents"),
    path(f"{CHILD}consents/ask/", consents.ask_consent, name="ask-consent"),
    path(CONSENT, consents.one_consent, name="consent"),
    path(f"{CONSENT}answer/", consents.answer_consent, name="answer-consent"),
    path(f"{CONSENT}remind/", consents.remind_guardian, name="remind-guardian"),
    path(f"{CONSENT}withdraw/", consents.withdraw_consent, name="withdraw-consent"),
    path(f"{CHILD}consents/print/", consents.print_consents, name="print-consents"),
    path("report/", reports.report, name="report"),
    path(f"{CHILD}report/", reports.report_child, name="report-child"),
    path(f"{CONCERN}report/", reports.report_concern, name="report-concern"),
    path(REPORT, report_pages.write_report, name="write-report"),
    path(f"{REPORT}save/", report_pages.save_report, name="save-report"),
    path(f"{REPORT}send/", report_pages.send_report, name="send-report"),
    path(f"{REPORT}print/", report_pages.print_report, name="print-report"),
]
