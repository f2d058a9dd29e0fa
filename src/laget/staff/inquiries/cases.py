"""A case as the one who answers it reads it: whom it is about, and what they did."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from laget.access.rules import RULES
from laget.accounts.models import User
from laget.inquiries.models import Inquiry
from laget.organisation.models import Employment
from laget.staff.day.looked import PARTS, SEARCHED

DID = "SELECT at, role, action FROM inquired_visits(%s)"


@dataclass(frozen=True)
class Did:
    """One thing that somebody did, by the books."""

    at: datetime
    part: str
    is_look: bool
    is_search: bool


@dataclass(frozen=True)
class About:
    """The one whom the family wonders about, and what they did that day."""

    person: User | None
    job: Employment | None
    did: list[Did]


def about(inquiry: Inquiry) -> About | None:
    """Of a question about who looked. Three statements; only its officer gets lines."""
    if inquiry.person is None:
        return None
    jobs = Employment.objects.filter(user=inquiry.person).order_by("-ended_at")
    return About(
        person=User.objects.filter(pk=inquiry.person).first(),
        job=jobs.select_related("unit__service").last(),
        did=_did(inquiry),
    )


def _did(inquiry: Inquiry) -> list[Did]:
    opened = {str(action) for action in RULES}
    with connection.cursor() as cursor:
        cursor.execute(DID, [inquiry.pk])
        lines = cursor.fetchall()
    return [
        Did(
            at=at,
            part=str(PARTS.get(action.partition(".")[0], "")),
            is_look=action in opened,
            is_search=action == SEARCHED,
        )
        for at, _role, action in lines
    ]
