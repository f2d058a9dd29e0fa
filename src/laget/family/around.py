"""What stands around every page of the family's: who is logged in, and little else."""

from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse

from laget.accounts.models import User
from laget.messaging.visible import unread
<<<<<<< HEAD
from laget.web.around import Around, called
=======
from laget.messaging.visible import unread
from laget.web.around import Around
>>>>>>> frame


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
        person=user.name,
        account_url=reverse("family-reach"),
        logout_url=reverse("logout"),
    )


def _foot() -> Around:
    return Around(
<<<<<<< HEAD
        home_url=reverse("family") if is_someone else reverse("front"),
        person_id=str(user.pk) if isinstance(user, User) else "",
        person=called(user.name) if isinstance(user, User) else "",
        account_url=reverse("sessions") if is_someone else "",
        inbox_url=reverse("family-notices") if is_someone else "",
        unread=unread(user) if isinstance(user, User) else 0,
        logout_url=reverse("logout") if is_someone else "",
=======
        home_url=reverse("front"),
>>>>>>> frame
        language_url=reverse("language"),
        accessibility_url=reverse("accessibility"),
        privacy_url=reverse("privacy"),
    )
