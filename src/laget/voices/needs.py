"""What somebody in the family needs, to understand and be understood: their own word.

Noted with whoever writes it: what one needs is not for others at home to read about.
"""

from uuid import UUID

from django.db import transaction

from laget.accounts.models import User
from laget.audit.models import note_own
from laget.children.models import Child, Guardianship
from laget.children.models.needs import NEEDS
from laget.logs.models import Log
from laget.messaging.models import queue

Theirs = Child | Guardianship


def registered(person: User) -> list[Theirs]:
    """Where it is written down: as a guardian of each child, and as the young person.

    The one whose needs were written last comes first.
    """
    as_guardian = Guardianship.objects.current().filter(user=person)
    found: list[Theirs] = [
        *as_guardian.filter(may_see=True).select_related("child", "needs_by"),
        *Child.objects.filter(account=person).select_related("needs_by"),
    ]
    found.sort(key=lambda one: one.needs_at.timestamp() if one.needs_at else 0.0)
    return found[::-1]


@transaction.atomic
def say(
    person: User, *, interpreter: str, sign_language: bool, easy_reading: bool
) -> None:
    """Write what one needs, for every child one is here for; who holds is told.

    What stood before, whoever wrote it, stays in the history.
    """
    wanted = (interpreter, sign_language, easy_reading)
    for one in registered(person):
        one.lock()
        if tuple(getattr(one, name) for name in NEEDS) == wanted:
            continue
        one.interpreter, one.sign_language, one.easy_reading = wanted
        one.save(update_fields=NEEDS)
        _tell(one.pk if isinstance(one, Child) else one.child_id)
    note_own("needs.said", person.pk)


def _tell(child: UUID) -> None:
    for log in Log.objects.open().filter(child=child).select_related("holder"):
        queue("a_need_was_said", to=log.holder, child=log.child_id)
