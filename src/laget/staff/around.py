"""What stands around every staff page: one question to the database."""

from django.db import connection
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.web.around import Around, Place

ASK = """
SELECT (SELECT count(*) FROM messaging_message
        WHERE to_id = job.user_id AND read_at IS NULL),
       bool_or(job.is_leader), min(place.name), min(job.post)
FROM organisation_employment job
JOIN organisation_unit unit ON unit.id = job.unit_id
LEFT JOIN organisation_municipality place ON place.id = unit.municipality_id
WHERE job.user_id = %s AND job.ended_at IS NULL
GROUP BY job.user_id
"""


def around(request: HttpRequest) -> Around:
    """The menu, the inbox and who is logged in; little for someone who is not."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return Around(login_url=reverse("login"), language_url=reverse("language"))
    with connection.cursor() as cursor:
        cursor.execute(ASK, [user.pk])
        unread, leads, place, post = cursor.fetchone() or (0, False, "", "")
    return Around(
        municipality=place or "",
        home_url=reverse("day"),
        menu=_menu(request, leads=leads),
        worried_url=_url("worry"),
        inbox_url=reverse("inbox"),
        unread=unread,
        person_id=str(user.pk),
        person=user.name,
        role=post or "",
        logout_url=reverse("logout"),
        language_url=reverse("language"),
        accessibility_url=reverse("accessibility"),
        privacy_url=reverse("privacy"),
    )


def _menu(request: HttpRequest, *, leads: bool) -> list[Place]:
    places = [
        ("day", _("My day")),
        ("children", _("Children")),
        ("discussions", _("Questions to teams")),
        ("search", _("Search")),
    ]
    if leads:
        places.append(("unit", _("My unit")))
    return [_place(request, name, text) for name, text in places if _url(name)]


def _url(name: str) -> str:
    """Empty for a page that this installation does not have."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _place(request: HttpRequest, name: str, text: str) -> Place:
    url = reverse(name)
    return Place(text, url, is_current=request.path == url)
