"""Someone is long away, or has left: what they hold must find other hands."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note_own
from laget.concerns.models import Concern
from laget.kernel import RuleBroken, clock
from laget.logs.leading import led_logs
from laget.logs.models import Log
from laget.messaging.models import queue
from laget.organisation.models import Employment


@transaction.atomic
def record_absence(
    employment: Employment, *, away_from: date, away_until: date | None, by: User
) -> None:
    """Write down a long absence. From its first day the leaders must hand on the logs.

    Whoever it is about is told: nobody is made away in secret for what they hold.
    Raises RuleBroken when it ends before it begins.
    """
    if away_until and away_until < away_from:
        raise RuleBroken(_("The absence cannot end before it begins."))
    _save(employment, away_from, away_until)
    note_own("employment.away", by.pk, employment=str(employment.pk))
    if employment.user_id != by.pk:
        queue("you_are_written_down_as_away", to=employment.user)
    alarm(employment, by=by)


@transaction.atomic
def record_return(employment: Employment, *, by: User) -> None:
    """Back at work. What was handed on meanwhile stays where it is."""
    _save(employment, None, None)
    note_own("employment.back", by.pk, employment=str(employment.pk))


@transaction.atomic
def end_work(employment: Employment, *, by: User) -> None:
    """The work in the unit has ended, and with it all that was seen through it.

    Never refused: what they hold stays theirs on paper, left lying, until handed on.
    """
    if employment.ended_at:
        raise RuleBroken(_("This work has already ended."))
    employment.ended_at = clock.now()
    employment.save(update_fields=["ended_at"])
    note_own("employment.ended", by.pk, employment=str(employment.pk))
    alarm(employment, by=by)
    _tell_of_concerns(employment, by=by)


def _tell_of_concerns(employment: Employment, *, by: User) -> None:
    """The unit's other leaders, about what was left without a decision."""
    left = Concern.objects.open().filter(employment=employment)
    leading = Employment.objects.leading().filter(unit=employment.unit_id)
    leaders = leading.exclude(user=by).select_related("user")
    for concern in left.values_list("pk", flat=True):
        for job in leaders:
            once = f"{concern}:{employment.pk}"
            queue("a_concern_has_no_owner", to=job.user, once=once, concern=concern)


def alarm(employment: Employment, *, by: User) -> None:
    """Tell the leaders of the holder's unit, and of the unit whose task each log is."""
    lying = {
        row.log: row.unit
        for row in led_logs()
        if row.is_left_lying and row.holder == employment.user_id
    }
    for log in Log.objects.filter(pk__in=lying):
        leaders = Employment.objects.leading().filter(
            unit__in={lying[log.pk], log.unit_id}
        )
        for job in leaders.exclude(user=by).select_related("user"):
            once = f"{log.pk}:{log.holder_id}:{clock.today():%G-%V}"
            queue("a_log_is_left_lying", to=job.user, once=once, log=log.pk)


def _save(employment: Employment, start: date | None, end: date | None) -> None:
    employment.away_from, employment.away_until = start, end
    employment.save(update_fields=["away_from", "away_until"])
