"""A request that nobody looked at in time finds who answers for it, then a leader."""

from datetime import timedelta

from laget.accounts.models import User
from laget.intake.models import HelpRequest
from laget.kernel import clock
from laget.messaging.models import queue
from laget.organisation.models import Employment

PATIENCE = timedelta(days=1)  # a promise has been broken: the leader hears soon


def tell(person: User) -> None:
    """Say once that somebody has asked for help. Run it as one who is in triage."""
    new = HelpRequest.objects.open().filter(employment=None, answered_at=None)
    for request in new.exclude(routings__isnull=False):
        once = f"{request.pk}"
        queue("someone_asks_for_help", to=person, once=once, helprequest=request.pk)


def remind(person: User) -> None:
    """What is overdue, once for each date. Run it as that person.

    All who see it may do something about it: triage, the unit that is asked, whoever
    accepted it and their leader.
    """
    late = HelpRequest.objects.open().filter(next_on__lt=clock.today())
    for request in late:
        once = f"{request.pk}:{request.next_on}"
        queue("a_request_is_overdue", to=person, once=once, helprequest=request.pk)
        if request.next_on < clock.today() - PATIENCE:
            for leader in _leaders(person):
                queue("requests_for_help_wait_too_long", to=leader, once=once)


def _leaders(person: User) -> list[User]:
    units = Employment.objects.current().filter(user=person).values("unit")
    leading = Employment.objects.leading().filter(unit__in=units).exclude(user=person)
    return [job.user for job in leading.select_related("user")]
