"""The three questions on the plan: when there is something new to answer about."""

from datetime import datetime
from typing import Any
from uuid import UUID

from laget.family.plan.reading import Plan
from laget.kernel import clock
from laget.voices.questions import ASKED_WITHIN, Asked, still_to_ask


def asked(found: Plan) -> Asked | None:
    """Of the logs, the latest that there is something to ask; None when put away.

    Read with the plan itself: it costs no question of its own.
    """
    since = clock.now() - ASKED_WITHIN
    logs = [one for one in found.logs if not one.closed_at or one.closed_at >= since]
    logs.sort(key=lambda one: one.opened_at, reverse=True)
    first = next(filter(None, (_about(found, log) for log in logs)), None)
    if first and str(first.record) in found.log.put_away:
        return None
    return first


def _about(found: Plan, log: Any) -> Asked | None:
    told = {UUID(each["record"]): each["at"] for each in log.answered}
    answered = {key: datetime.fromisoformat(at) for key, at in told.items()}
    return still_to_ask(log, _latest_review(found, log), answered)


def _latest_review(found: Plan, log: Any) -> Asked | None:
    looked = [
        (told["at"], UUID(told["pk"]))
        for goal in found.goals
        for one in goal.done
        for told in one.reviewed
        if one.log_id == log.pk
    ]
    if not looked:
        return None
    at, key = max(looked)
    return Asked(log, key, at)
