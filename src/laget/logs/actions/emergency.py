"""The emergency door: two hours, with a reason, and never in secret."""

from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note, note_own
from laget.children.models import Child
from laget.kernel import RuleBroken, encryption, identity
from laget.logs.models import EmergencyAccess, Log
from laget.messaging.models import queue
from laget.organisation.models import Employment

FIND = "SELECT find_for_emergency(%s, %s, %s)"


@transaction.atomic
def open_emergency(
    *,
    number: str = "",
    name: str = "",
    born_on: date | None = None,
    reason: str,
    by: User,
) -> EmergencyAccess:
    """See one child for two hours. The holder and the leaders are told at once.

    The child is named exactly: by number, or by whole name and birth date. What is not
    found and what may not be seen answer alike.
    """
    if not reason.strip():
        raise RuleBroken(_("Write why you must see this now."))
    note_own("emergency.tried", by.pk)
    child_id = _find(identity.only_digits(number), name.strip(), born_on)
    if child_id is None:
        raise RuleBroken(_("We found nobody by exactly this. Nothing has been opened."))
    access = EmergencyAccess.objects.create(child_id=child_id, person=by, reason=reason)
    child = Child.objects.get(pk=child_id)
    note("emergency.opened", child, object=access)
    _tell(child, access)
    return access


def _find(number: str, name: str, born_on: date | None) -> UUID | None:
    index = encryption.index(number) if number else ""
    with connection.cursor() as cursor:
        cursor.execute(FIND, [index, name, born_on])
        (found,) = cursor.fetchone()
    return found  # type: ignore[no-any-return]


def _tell(child: Child, access: EmergencyAccess) -> None:
    """The holder and the leaders; before a log, who registered the child.

    Where nobody else leads the child's unit, the leaders of the one who opened it are
    told, and after them those of the municipality: somebody at work always is.
    """
    log = Log.objects.open().filter(child=child).select_related("holder").first()
    unit = log.unit_id if log else child.unit_id
    opener = Employment.objects.current().filter(user=access.person)
    told = {log.holder if log else child.registered_by}
    told |= (
        _leaders(access, unit=unit)
        or _leaders(access, unit__in=opener.values("unit"))
        or _leaders(access, unit__service__municipalities=child.municipality_id)
    )
    for user in told - {access.person}:
        queue("emergency_access_was_used", to=user, child=child.pk, access=access.pk)


def _leaders(access: EmergencyAccess, **where: object) -> set[User]:
    """Those at work today who are not the one that opened it."""
    jobs = Employment.objects.leading().present().filter(**where)
    return {job.user for job in jobs.select_related("user")} - {access.person}
