"""The guide's step beside a child's log: where it stands, and the page that does it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from laget.concerns.models import Decision
from laget.guide.models import Verb
from laget.kernel import clock
from laget.staff.child.reading import Reading
from laget.staff.guided import log as place
from laget.staff.guided.course import Course
from laget.staff.guided.deeds import Now
from laget.staff.guided.log import LogFacts
from laget.staff.guided.shown import Events, shown
from laget.web.templatetags.words import day

SOON = 7  # days before an evaluation when the guide's place is there again
DECIDED = {Decision.LEVEL_1: 1, Decision.LEVEL_2: 2}


def guided(found: Reading) -> dict[str, Any]:
    """The step of the guide that the log has come to. One statement."""
    if found.emergency or (found.log and not found.log.is_open):
        return {}
    child = found.child
    course = Course.of(child.municipality, _kind(found), unborn=child.is_unborn)
    now = _now(found, course)
    if now is None:
        return {}
    url = PAGES[now.verb](found) if now.verb in PAGES else ""
    return {
        "now": now,
        "step": shown(course, now.step, events=events(found), stops=place.STOPS),
        "has_guide": bool(course.steps),
        "until": _until(found) if now.verb == Verb.REVIEW else "",
        "button_url": url,
        "button_text": now.deed if url else "",
    }


def _kind(found: Reading) -> str:
    """The kind of service that reads: it may have a guide of its own."""
    mine = [p for p in found.current if p.employment.user_id == found.user.pk]
    return str(mine[0].employment.unit.service.kind) if mine else ""


def _now(found: Reading, course: Course) -> Now | None:
    if found.log:
        return place.now(course, log_facts(found))
    latest = max(found.concerns, key=lambda one: one.opened_at, default=None)
    if latest is None or latest.is_open or latest.decision not in DECIDED:
        return None
    consented = any(consent.stands for consent in found.consents)
    level = DECIDED[Decision(latest.decision)]
    return place.before_log(course, level, consented=consented)


def log_facts(found: Reading) -> LogFacts:
    """What has been done, as far as the page has read it."""
    log, going_on = found.log, _open(found.goals)
    own = log.unit.service_id
    return LogFacts(
        level=log.level,
        is_open=log.is_open,
        consented=any(c.stands and c.service_id != own for c in found.consents),
        has_goals=bool(going_on),
        has_ended_goals=len(going_on) < len(found.goals),
        every_goal_has_help=all(_open(goal.done) for goal in going_on),
        is_to_be_reviewed=any(_is_to_be_reviewed(one) for one in _doing(found)),
    )


def events(found: Reading) -> Events:
    """The days that the guide's deadlines may be counted from."""
    child, log = found.child, found.log
    told: dict[str, date | None] = {
        "birth": child.born_on or child.due_on,
        "consent_asked": _latest(c.asked_at for c in found.consents),
        "consent_given": _latest(c.effective_at for c in found.consents),
        "decided": _latest(c.decided_at for c in found.concerns),
    }
    if log is None:
        return told
    reviewed = [one.reviewed for goal in found.goals for one in goal.done]
    raised = [c for c in log.changes if c["to_level"] > c["from_level"]]
    return told | {
        "log_opened": localdate(log.opened_at),
        "goals_agreed": _latest(goal.set_at for goal in found.goals),
        "reviewed": _latest(moment_of(each) for each in reviewed if each),
        "level_raised": _latest(moment_of(each) for each in raised),
    }


def moment_of(told: dict[str, Any]) -> datetime:
    """When it happened, of what was read with the log."""
    return datetime.fromisoformat(told["at"])


def _latest(moments: Any) -> date | None:
    latest = max((at for at in moments if at), default=None)
    return localdate(latest) if latest else None


def _until(found: Reading) -> str:
    dates = [one.review_on for one in _doing(found)]
    return _("The next evaluation is %(day)s.") % {"day": day(min(dates))}


def _is_to_be_reviewed(one: Any) -> bool:
    return one.reviewed is None or (one.review_on - clock.today()).days <= SOON


def _doing(found: Reading) -> list[Any]:
    return [one for goal in _open(found.goals) for one in _open(goal.done)]


def _open(records: list[Any]) -> list[Any]:
    return [one for one in records if one.ended_at is None]


# The page that does it, for those who may -------------------------------------------


def _to(record: Any, verb: str, name: str) -> str:
    return reverse(name, args=[record.pk]) if record.can[verb] else ""


def _goals(found: Reading) -> str:
    bare = [goal for goal in _open(found.goals) if not _open(goal.done)]
    if bare:
        return _to(bare[0], "add_intervention", "add-intervention")
    return _to(found.log, "write", "set-goal")


def _review(found: Reading) -> str:
    first = min(_doing(found), key=lambda one: (one.review_on, str(one.pk)))
    return _to(first, "review", "review")


PAGES: dict[Verb, Callable[[Reading], str]] = {
    Verb.ASK_CONSENT: lambda found: _to(found.child, "ask_consent", "consents"),
    Verb.OPEN_LOG: lambda found: _to(found.child, "open_log", "open-log"),
    Verb.AGREE_GOALS: _goals,
    Verb.REVIEW: _review,
    Verb.RAISE_LEVEL: lambda found: _to(found.log, "change_level", "change-level"),
    Verb.CLOSE: lambda found: _to(found.log, "close", "close-log"),
}
