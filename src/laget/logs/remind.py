"""What is overdue finds its owner, and after a week the leader. May run twice."""

from datetime import timedelta
from typing import Any

from laget.accounts.models import User
from laget.consents.models import Consent
from laget.kernel import clock
from laget.logs import due
from laget.logs.due import Kind, Line
from laget.logs.leading import led_logs
from laget.logs.models import Log
from laget.messaging.models import queue
from laget.organisation.models import Employment

STAGES = (7, 30, 60)  # days before a consent runs out, at which its holder is told
PATIENCE = timedelta(days=7)
SAID_ELSEWHERE = {Kind.CONSENT_ENDS, Kind.REQUEST}  # here below, and intake/remind.py


def remind(person: User) -> None:
    """All that one person is to be told, each thing once. Run it as that person."""
    lines = due.lines(person)
    for line in due.sort(lines).overdue:
        _overdue(person, line)
    for line in lines:
        if line.kind is Kind.CONSENT_ENDS:
            _runs_out(person, line)
        if line.kind is Kind.CONCERN_LEFT:
            _left_behind(person, line)
    _have_run_out(person)
    _left_lying(person)


def _overdue(person: User, line: Line) -> None:
    """A new date is a new reminder; the same date is said once."""
    if line.kind in SAID_ELSEWHERE or line.on is None:
        return
    once = f"{line.record}:{line.on}"
    about: dict[str, Any] = (
        {"child": line.child_id} if line.child_id else {"concern": line.record}
    )
    queue("something_is_overdue", to=person, once=once, **about)
    if line.on <= clock.today() - PATIENCE:
        for leader in _leaders(person):
            queue("work_in_your_unit_is_long_overdue", to=leader, once=once)


def _runs_out(person: User, line: Line) -> None:
    """At 60, 30 and 7 days. Only the nearest of them is said."""
    days = (line.on - clock.today()).days if line.on else 0
    stage = next(stage for stage in STAGES if days <= stage)
    queue(
        "a_consent_runs_out",
        to=person,
        once=f"{line.record}:{stage}",
        child=line.child_id,
    )


def _have_run_out(person: User) -> None:
    held = Log.objects.open().filter(holder=person)
    past = Consent.objects.live().filter(
        child__in=held.values("child"),
        effective_at__isnull=False,
        expires_at__lte=clock.now(),
    )
    for consent in past:
        once = f"{consent.pk}:{consent.expires_at:%Y-%m-%d}"
        queue("a_consent_has_run_out", to=person, once=once, child=consent.child_id)


def _left_behind(person: User, line: Line) -> None:
    """A leader is told each week, until the concern has an owner again."""
    once = f"{line.record}:{clock.today():%G-%V}"
    queue("a_concern_has_no_owner", to=person, once=once, concern=line.record)


def _left_lying(person: User) -> None:
    """A leader is told again each week, until the log is in somebody's hands."""
    week = f"{clock.today():%G-%V}"
    for row in led_logs():
        if row.is_left_lying and not row.offered:
            once = f"{row.log}:{row.holder}:{week}"
            queue("a_log_is_left_lying", to=person, once=once, log=row.log)


def _leaders(person: User) -> list[User]:
    units = Employment.objects.current().filter(user=person).values("unit")
    leading = Employment.objects.leading().filter(unit__in=units).exclude(user=person)
    return [job.user for job in leading.select_related("user")]
