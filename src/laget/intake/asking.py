"""Somebody asks for help: as nobody, who reads nothing back, or logged in."""

import base64
import hashlib
import hmac
from base64 import b64decode
from dataclasses import dataclass
from datetime import date, timedelta
from ipaddress import ip_address, ip_network
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from laget.accounts.models import User
from laget.intake.models import HelpRequest
from laget.intake.tasks import tell_triage
from laget.kernel import clock, workdays
from laget.kernel.acting import nobody
from laget.organisation.models import Municipality

AN_HOUR = 20  # requests from one address: a school's pupils may share theirs
UNKNOWN = 10  # times as many where no proxy says who sends: they are everybody
SHORT = 8
LATELY = timedelta(hours=1)
HOME = 64  # bits of an address that belong to one household


class TooMany(Exception):
    """More requests from one address than people could send. Nothing was kept."""


@dataclass(frozen=True)
class Receipt:
    """What the one who asked is told: a code that shows nothing, and by when."""

    code: str
    answer_by: date


def takes_requests(municipality: Municipality) -> bool:
    """Whether there is anyone in triage to answer. Nobody need be acting."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s IN (SELECT asked_places())", [municipality.pk])
        return bool(cursor.fetchone()[0])


def places() -> QuerySet[Municipality]:
    """Where there is somebody in triage to answer, by name."""
    answering = RawSQL("SELECT asked_places()", ())
    return Municipality.objects.in_use().filter(pk__in=answering).order_by("name")


def ask(
    *, municipality: Municipality, once: UUID, address: str, **told: Any
) -> Receipt:
    """Keep what somebody asks, and promise an answer. Sent again, it is the same one.

    `address` is the sender's; only a keyed hash of it is kept, for an hour or two.
    Raises TooMany when far too much comes from there.
    """
    asked = _request(municipality, once, told)
    with nobody(via="help"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT knocked(%s)", [sign_of(address)])
            if cursor.fetchone()[0] > _most(address):
                raise TooMany
        _keep(asked)
    return Receipt(asked.code, asked.answer_by)


def ask_as(
    person: User, *, municipality: Municipality, once: UUID, **told: Any
) -> HelpRequest:
    """The same from somebody who is logged in, who can follow what becomes of it.

    Run it as that person, under the family's hat. Raises TooMany when far too much
    comes from them.
    """
    asked = _request(municipality, once, told)
    asked.account = person
    lately = HelpRequest.objects.filter(
        account=person, received_at__gt=clock.now() - LATELY
    )
    if lately.count() >= AN_HOUR:
        raise TooMany
    _keep(asked)
    return asked


def _request(
    municipality: Municipality, once: UUID, told: dict[str, Any]
) -> HelpRequest:
    """The same words sent again are the same request."""
    said = sorted((name, str(value)) for name, value in told.items())
    key = uuid5(once, f"{municipality.pk} {said!r}")
    answer_by = workdays.ahead(clock.today(), municipality.reply_days)
    return HelpRequest(
        pk=key,
        municipality=municipality,
        code=code_of(key),
        answer_by=answer_by,
        next_on=answer_by,
        **told,
    )


def _keep(asked: HelpRequest) -> None:
    HelpRequest.objects.bulk_create([asked], ignore_conflicts=True)
    place = str(asked.municipality_id)
    transaction.on_commit(lambda: tell_triage.defer(municipality=place))


def code_of(key: UUID) -> str:
    """Eight letters and digits to say on the telephone; they open nothing."""
    letters = base64.b32encode(key.bytes).decode()[:SHORT]
    return f"{letters[:4]}-{letters[4:]}"


def sign_of(address: str) -> str:
    """What stands for an address this hour: the next hour it stands for nothing."""
    hour = f"{clock.now():%Y-%m-%dT%H}"
    key = b64decode(settings.INDEX_KEY)
    words = f"knock {hour} {_household(address)}".encode()
    return hmac.new(key, words, hashlib.sha256).hexdigest()


def _most(address: str) -> int:
    return AN_HOUR if _household(address) else AN_HOUR * UNKNOWN


def _household(address: str) -> str:
    try:
        found = ip_address(address.strip())
    except ValueError:
        return ""
    if found.version == 4:
        return str(found)
    return str(ip_network((found, HOME), strict=False))
