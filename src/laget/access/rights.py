"""Who may do what with a report to child welfare: its writer, and nobody else."""

from django.db.models import Q

from laget.access.rules import Action, allow
from laget.accounts.models import User
from laget.rights.models import Report

WITH = ("child", "concern", "employment__unit", "written_by")

READ = Action("read", Report, related=WITH)
WRITE = Action("write", Report, related=WITH)
SAVE = Action("save", Report, related=WITH, is_noted=False)
SEND = Action("send", Report, related=WITH)


@allow(READ)
def writer(user: User) -> Q:
    """The writer."""
    return Q(written_by=user)


@allow(WRITE)
@allow(SAVE)
@allow(SEND)
def writer_until_sent(user: User) -> Q:
    """The writer, until it has been sent."""
    return Q(written_by=user, sent_at=None)
