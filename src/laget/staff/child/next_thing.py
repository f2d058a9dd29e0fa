"""The one obvious next thing for whoever reads a child's page. It decides nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from laget.concerns.models import Decision
from laget.kernel import clock
from laget.staff.child import offered
from laget.staff.child.reading import Reading
from laget.staff.child.thing import NextThing, button_for
from laget.web.templatetags.words import day, short_day

SOON = 7  # days before a date when it is worth a word
WARN = 30  # days before a consent runs out


def next_thing(found: Reading) -> NextThing | None:
    """The first that holds, the most pressing first. None when nothing waits."""
    if found.emergency or found.only_offered:
        return None
    if found.log is None:
        return _before_log(found)
    if not found.log.is_open:
        return None
    asked: list[Callable[[Reading], NextThing | None]] = [
        *(_offered_to_me, _left_by_the_owner, _overdue_review, _date_passed),
        *(_offered_by_me, offered.to_offer),
        *(_consent_running_out, _no_goal, _no_intervention, _no_voice, _soon),
    ]
    return next((thing for ask in asked if (thing := ask(found))), None)


def _before_log(found: Reading) -> NextThing | None:
    child = found.child.pk
    latest = max(found.concerns, key=lambda one: one.opened_at, default=None)
    if latest and latest.is_open:
        return NextThing(
            "concern",
            _("The concern is open"),
            _("Talk with the guardians and sum it up, by %(day)s at the latest.")
            % {"day": day(latest.next_on)},
            _("Go to the concern"),
            reverse("concern", args=[latest.pk]),
            late=latest.next_on < clock.today(),
        )
    if not found.child.can["open_log"]:
        return None
    others = latest and latest.decision == Decision.LEVEL_2
    if others and not any(consent.stands for consent in found.consents):
        return NextThing(
            "consents",
            _("Ask the family for consent"),
            _("Others can help only when the family has said yes."),
            _("Go to the consents"),
            reverse("consents", args=[child]),
        )
    return NextThing(
        "open-log",
        _("Begin the follow-up"),
        _("Then goals and interventions can be agreed, and nothing is forgotten."),
        _("Begin"),
        reverse("open-log", args=[child]),
    )


def _offered_to_me(found: Reading) -> NextThing | None:
    offer = found.log.offer
    if offer is None or offer.to.user_id != found.user.pk:
        return None
    return NextThing(
        "answer-handover",
        _("A handover waits for your answer"),
        _("%(name)s asks you to be the holder. Until you answer, %(holder)s is.")
        % {"name": offer.offered_by.name, "holder": found.log.holder.name},
        _("Read and answer"),
        reverse("handover", args=[offer.pk]),
    )


def _left_by_the_owner(found: Reading) -> NextThing | None:
    """To the holder: something stands in the name of one who sees the log no more."""
    if found.log.holder_id != found.user.pk:
        return None
    sees = {p.employment.user_id for p in found.current if found.sees(p)}
    goals = [g for g in found.goals if not g.ended_at and g.owner_id not in sees]
    doing = [one for one in _doing(found) if one.owner_id not in sees]
    if not goals and not doing:
        return None
    what = _interventions_left(len(doing)) if doing else _goals_left(len(goals))
    first, verb = min(doing or goals, key=_when), "change"
    to = "change-intervention" if doing else "change-goal"
    told = {"what": first.text, "name": first.owner.name}
    return NextThing(
        "left-by-the-owner",
        what,
        _("First: %(what)s. %(name)s no longer sees it.") % told,
        *button_for(first, verb, _("Choose another"), to),
        late=True,
    )


def _when(one: Any) -> tuple[date, str]:
    """As the day has it: the first date, and then the key."""
    return getattr(one, "review_on", None) or one.next_on, str(one.pk)


def _interventions_left(n: int) -> str:
    told = ngettext(
        "%(n)s intervention has somebody responsible who is no longer on the team",
        "%(n)s interventions have somebody responsible who is no longer on the team",
        n,
    )
    return told % {"n": n}


def _goals_left(n: int) -> str:
    told = ngettext(
        "%(n)s goal has somebody responsible who is no longer on the team",
        "%(n)s goals have somebody responsible who is no longer on the team",
        n,
    )
    return told % {"n": n}


def _overdue_review(found: Reading) -> NextThing | None:
    """One's own first: then the one that has waited longest."""
    late = [one for one in _doing(found) if one.review_on < clock.today()]
    if not late:
        return None
    one = min(late, key=lambda o: (o.owner_id != found.user.pk, o.review_on))
    why = _("It was to be evaluated %(day)s. %(name)s is responsible.")
    return NextThing(
        "review",
        _("Evaluate: %(what)s") % {"what": one.text},
        why % {"day": short_day(one.review_on), "name": one.owner.name},
        *button_for(one, "review", _("Evaluate")),
        late=True,
    )


def _date_passed(found: Reading) -> NextThing | None:
    log = found.log
    if log.next_on >= clock.today():
        return None
    return NextThing(
        "next-date",
        _("The next date has passed"),
        _("You were to look at it together %(day)s. Set a new date.")
        % {"day": short_day(log.next_on)},
        *button_for(log, "next_date", _("Set a new date"), "log-next-date"),
        late=True,
    )


def _offered_by_me(found: Reading) -> NextThing | None:
    log, offer = found.log, found.log.offer
    if offer is None:
        return None
    told = {"name": offer.to.user.name, "holder": log.holder.name}
    why = _(
        "%(name)s has been asked to take over. Until then %(holder)s is the holder."
    )
    return NextThing(
        "handover",
        _("A handover waits for an answer"),
        why % told,
        _("See the handover"),
        reverse("handover", args=[offer.pk]),
    )


def _consent_running_out(found: Reading) -> NextThing | None:
    soon = [c for c in found.consents if c.effective_at and not c.ended_at]
    soon = [c for c in soon if c.days_left <= WARN]
    if not soon or not found.child.can["ask_consent"]:
        return None
    first = min(soon, key=lambda consent: consent.expires_at)
    told = {"service": first.service.name, "n": max(first.days_left, 0)}
    title = ngettext(
        "The consent for %(service)s runs out in %(n)s day",
        "The consent for %(service)s runs out in %(n)s days",
        max(first.days_left, 0),
    )
    if first.has_run_out:
        title = _("The consent for %(service)s has run out")
    return NextThing(
        "consent",
        title % told,
        _("Without it they see nothing here. Ask the family again if you need them."),
        _("Go to the consents"),
        reverse("consents", args=[found.child.pk]),
        late=first.has_run_out,
    )


def _no_goal(found: Reading) -> NextThing | None:
    if any(goal.ended_at is None for goal in found.goals):
        return None
    return NextThing(
        "set-goal",
        _("Agree on a goal"),
        _("What do the child and the family want? Use their own words."),
        *button_for(found.log, "write", _("New goal"), "set-goal"),
    )


def _no_intervention(found: Reading) -> NextThing | None:
    bare = [g for g in found.goals if not g.ended_at and not _open(g.done)]
    if not bare:
        return None
    return NextThing(
        "add-intervention",
        _("What shall we do about “%(goal)s”?") % {"goal": bare[0].text},
        _("Agree who does what, by when, and how you will see that it helps."),
        *button_for(bare[0], "add_intervention", _("New intervention")),
    )


def _no_voice(found: Reading) -> NextThing | None:
    if found.log.voice or not found.can_write or found.child.is_unborn:
        return None
    name = found.child.first_name
    return NextThing(
        "voice",
        _("What does %(name)s say?") % {"name": name},
        _("The child's own words are not here yet. Ask, listen, write them down."),
        _("Write the child's words"),
        reverse("write-entry", args=[found.log.pk]) + "?kind=voice",
    )


def _soon(found: Reading) -> NextThing | None:
    doing = [one for one in _doing(found) if _days_to(one.review_on) <= SOON]
    if not doing:
        return None
    one = min(doing, key=lambda o: o.review_on)
    return NextThing(
        "review-soon",
        _("Evaluate: %(what)s") % {"what": one.text},
        _("It is to be evaluated %(day)s. %(name)s is responsible.")
        % {"day": short_day(one.review_on), "name": one.owner.name},
        *button_for(one, "review", _("Evaluate")),
    )


def _doing(found: Reading) -> list[Any]:
    return [one for goal in found.goals for one in _open(goal.done)]


def _open(records: list[Any]) -> list[Any]:
    return [one for one in records if one.ended_at is None]


def _days_to(on: date) -> int:
    return (on - clock.today()).days
