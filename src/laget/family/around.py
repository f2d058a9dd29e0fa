"""What stands around every page of the family's: who is logged in, and little else."""

from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse

from laget.accounts.models import User
from laget.messaging.visible import unread
from laget.web.around import Around, called


def around(request: HttpRequest) -> Around:
    """Asked inside the door: what is new is what they see now."""
    user = getattr(request, "user", None)
    return _known(user) if isinstance(user, User) else _foot()


def _known(user: User) -> Around:
    return replace(
        _foot(),
        home_url=reverse("family"),
        inbox_url=reverse("family-notices"),
        unread=unread(user),
        person_id=str(user.pk),
        person=called(user.name),
        account_url=reverse("sessions"),
        logout_url=reverse("logout"),
    )


def _foot() -> Around:
    return Around(
        frame="family/base.html",
        home_url=reverse("front"),
        language_url=reverse("language"),
        accessibility_url=reverse("accessibility"),
        privacy_url=reverse("privacy"),
    )
