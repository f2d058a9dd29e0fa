"""What stands around every staff page: one question to the database."""

from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.kernel import planned
from laget.web.around import Around, Place, called

ASK = """
SELECT (SELECT count(*) FROM messaging_message
        WHERE to_id = job.user_id AND read_at IS NULL),
       bool_or(job.is_leader),
       bool_or(service.takes_requests) OR EXISTS (
           SELECT FROM organisation_appointment
           WHERE user_id = job.user_id AND trust = 'triage' AND ended_at IS NULL),
       EXISTS (
           SELECT FROM organisation_appointment
           WHERE user_id = job.user_id AND trust = 'administrator'
             AND ended_at IS NULL),
       EXISTS (
           SELECT FROM organisation_appointment
           WHERE user_id = job.user_id AND trust = 'privacy' AND ended_at IS NULL),
       min(place.name), min(job.post)
FROM organisation_employment job
JOIN organisation_unit unit ON unit.id = job.unit_id
JOIN organisation_service service ON service.id = unit.service_id
LEFT JOIN organisation_municipality place ON place.id = unit.municipality_id
WHERE job.user_id = %s AND job.ended_at IS NULL
GROUP BY job.user_id
"""


def around(request: HttpRequest) -> Around:
    """The menu, the inbox and who is logged in; little for someone who is not."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return replace(_foot(), login_url=reverse("login"))
    known = replace(
        _foot(),
        person_id=str(user.pk),
        person=called(user.name),
        logout_url=reverse("logout"),
        account_url=reverse("sessions"),
    )
    with planned.cursor() as cursor:
        cursor.execute(ASK, [user.pk])
        work = cursor.fetchone()
    return _at_work(request, known, *work) if work else known


def _foot() -> Around:
    return Around(
        language_url=reverse("language"),
        accessibility_url=reverse("accessibility"),
        privacy_url=reverse("privacy"),
    )


def _at_work(
    request: HttpRequest,
    known: Around,
    unread: int,
    leads: bool,
    helps: bool,
    writes: bool,
    watches: bool,
    place: str,
    post: str,
) -> Around:
    return replace(
        known,
        municipality=place or "",
        home_url=reverse("day"),
        menu=_menu(request, leads=leads, helps=helps, writes=writes, watches=watches),
        worried_url=reverse("worry"),
        inbox_url=reverse("inbox"),
        unread=unread,
        role=post or "",
    )


def _menu(
    request: HttpRequest, *, leads: bool, helps: bool, writes: bool, watches: bool
) -> list[Place]:
    places = [
        ("day", _("My day")),
        ("children", _("Children")),
        ("discussions", _("Questions to teams")),
        ("search", _("Search")),
    ]
    if helps:
        places.append(("requests", _("Requests for help")))
    if watches:
        places.append(("inquiries", _("Inquiries")))
    if leads:
        places.append(("unit", _("My unit")))
    if writes:
        places.append(("administration", _("The municipality's own words")))
    return [_place(request, name, text) for name, text in places]


def _place(request: HttpRequest, name: str, text: str) -> Place:
    url = reverse(name)
    return Place(text, url, is_current=request.path == url)
