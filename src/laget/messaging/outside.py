"""The one text that leaves the house, and the two ways it goes.

It says that there is something, and where one logs in: no name, no place of work, no
theme, and the same to everybody. What it is about stands inside, behind the log-in.
"""

import json
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPRedirectHandler,
    ProxyHandler,
    Request,
    build_opener,
)
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from laget.kernel.languages import KNOWN
from laget.messaging.models import By, Reach

SUBJECT = _("Something new in Laget")
TEXT = _("You have something new in Laget. Log in to read it.")
PATIENCE = 10  # seconds for the gateway to answer
WELL = range(200, 300)
THEIRS = (SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused)  # about this one


class NotSent(Exception):
    """It could not be sent now. `is_down`: neither could anything else that way."""

    def __init__(self, by: str, *, is_down: bool) -> None:
        super().__init__(by)
        self.by, self.is_down = by, is_down


def ways() -> list[By]:
    """How this installation can reach somebody."""
    mail = settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL
    return [*([By.MAIL] if mail else []), *([By.SMS] if settings.SMS_URL else [])]


def send(reach: Reach, *, language: str, key: UUID) -> None:
    """Send the text once. `key` names this one: a second copy can be known by it.

    Raises NotSent.
    """
    if reach.by not in ways():
        raise NotSent(reach.by, is_down=True)
    with override(language if language in KNOWN else settings.LANGUAGE_CODE):
        subject, text = str(SUBJECT), str(TEXT)
    if reach.by == By.MAIL:
        _mail(reach.email, subject, f"{text}\n\n{log_in_address()}\n", key)
    else:
        _sms(reach.phone, f"{text} {log_in_address()}", key)


def log_in_address() -> str:
    return f"{settings.ADDRESS}{reverse('login')}"


def _mail(address: str, subject: str, text: str, key: UUID) -> None:
    house = urlsplit(settings.ADDRESS).hostname
    headers = {"Message-ID": f"<{key}@{house}>", "Auto-Submitted": "auto-generated"}
    letter = EmailMessage(subject, text, to=[address], headers=headers)
    try:
        letter.send()
    except OSError as error:  # what the mail server says is an OSError, too
        raise NotSent(By.MAIL, is_down=not isinstance(error, THEIRS)) from error


def _sms(number: str, text: str, key: UUID) -> None:
    """One POST to the gateway, as docs/operations.md says it."""
    body = {"from": settings.SMS_SENDER, "to": number, "text": text}
    headers = {
        "Authorization": f"Bearer {settings.SMS_TOKEN}",
        "Content-Type": "application/json",
        "Idempotency-Key": str(key),
    }
    request = Request(settings.SMS_URL, json.dumps(body).encode(), headers)
    straight = build_opener(ProxyHandler({}), StayHere())
    try:
        with straight.open(request, timeout=PATIENCE) as answer:
            status = answer.status
    except HTTPError as error:
        error.close()
        raise NotSent(By.SMS, is_down=error.code >= 500) from None
    except OSError as error:
        raise NotSent(By.SMS, is_down=True) from error
    if status not in WELL:
        raise NotSent(By.SMS, is_down=True)


class StayHere(HTTPRedirectHandler):
    """A gateway that sends us elsewhere with somebody's number is not followed."""

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> None:
        return None
