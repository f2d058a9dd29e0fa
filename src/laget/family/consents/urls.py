"""What the family is asked, and what it says."""

from django.urls import path

from laget.family.consents import receipts, views

CHILD, CONSENT = (
    "family/<uuid:child_id>/consents/",
    "family/consents/<uuid:consent_id>/",
)

urlpatterns = [
    path(CHILD, views.our_consents, name="our-consents"),
    path(f"{CHILD}sign/", views.sign_consents, name="sign-consents"),
    path(f"{CHILD}receipt/", receipts.receipt, name="consent-receipt"),
    path(f"{CHILD}receipt/pdf/", receipts.receipt_pdf, name="consent-receipt-pdf"),
    path(CONSENT, views.our_consent, name="our-consent"),
    path(f"{CONSENT}answer/", views.answer_our_consent, name="answer-our-consent"),
    path(
        f"{CONSENT}withdraw/", views.withdraw_our_consent, name="withdraw-our-consent"
    ),
    path(f"{CONSENT}again/", views.ask_us_again, name="ask-us-again"),
]
