"""How somebody wants to be told: chosen by themselves, and seen by nobody else."""

from django.db import transaction

from laget.accounts.models import User
from laget.kernel import clock
from laget.messaging.models import By, Message, Reach


def reach_of(user: User) -> Reach:
    """What they have chosen. Nothing leaves the house until they have."""
    return Reach.objects.filter(user=user).first() or Reach(user=user)


@transaction.atomic
def choose(user: User, *, by: By, email: str = "", phone: str = "") -> None:
    """Be told this way from now on. What is there already, they have before them.

    What they are told with their other hat on stays due: it is not before them now.
    """
    now = clock.now()
    Message.objects.filter(to=user).due().update(settled_at=now)
    reach = reach_of(user)
    is_new = reach._state.adding
    reach.by, reach.email, reach.phone = by, email, phone
    reach.next_at, reach.tries = now, 0
    reach.failing_since = reach.gave_up_at = None
    fields = ["by", "email", "phone", "next_at", "tries"]
    fields += ["failing_since", "gave_up_at"]
    reach.save(force_insert=is_new, update_fields=None if is_new else fields)
