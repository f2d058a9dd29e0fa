"""Who answers what a family wonders about, or has wrong written about it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.access.rules import Action, allow
from laget.accounts.models import User
from laget.inquiries import records
from laget.inquiries.models import Inquiry
from laget.meetings.models import Minutes

WITH = ("child__municipality", "by", "answered_by")

LIST = Action("list", Inquiry)
READ = Action("read", Inquiry, related=WITH)
ANSWER = Action("answer", Inquiry, related=WITH)


@allow(LIST)
@allow(READ)
def not_the_one_it_is_about(user: User) -> Q:
    """Whoever is to answer it; never the one it is about."""
    return ~Q(person=user.pk) | Q(person=None)


@allow(ANSWER)
def while_it_is_open(user: User) -> Q:
    """Whoever is to answer it, until it is answered; never the one it is about."""
    return Q(answered_at=None) & not_the_one_it_is_about(user)


# Records of a floor beside `inquiries`, which may be asked about too.
records.add(
    Minutes,
    records.Kind(
        _("Minutes of a meeting"),
        "meeting__log__child",
        lambda minutes: minutes.text,
        "shared_at",
        "written_by",
    ),
)
