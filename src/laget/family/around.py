"""What stands around every page of the family's: who is logged in, and little else."""

from django.http import HttpRequest
from django.urls import reverse

from laget.accounts.models import User
from laget.messaging.visible import unread
from laget.web.around import Around, called


def around(request: HttpRequest) -> Around:
    user = getattr(request, "user", None)
    is_someone = isinstance(user, User)
    return Around(
        home_url=reverse("family") if is_someone else reverse("front"),
        person_id=str(user.pk) if isinstance(user, User) else "",
        person=called(user.name) if isinstance(user, User) else "",
        account_url=reverse("sessions") if is_someone else "",
        inbox_url=reverse("family-notices") if is_someone else "",
        unread=unread(user) if isinstance(user, User) else 0,
        logout_url=reverse("logout") if is_someone else "",
        language_url=reverse("language"),
        accessibility_url=reverse("accessibility"),
        privacy_url=reverse("privacy"),
    )
