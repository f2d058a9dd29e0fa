"""What is to be offered the family, beside the log: what waits, and what was said."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from laget.kernel import clock
from laget.rights.models import Said
from laget.rights.offering import Due, Joined, Story, due
from laget.staff.child.guided import moment_of
from laget.staff.child.reading import Reading
from laget.staff.child.thing import NextThing
from laget.web.templatetags.words import day, short_day


@dataclass(frozen=True)
class Made:
    """An offer that was made, or not made; and what was said."""

    title: str
    said: str
    on: str


def waiting(found: Reading) -> list[Due]:
    """What waits in an open log, the first date first."""
    log = found.log
    if log is None or not log.is_open or not log.rules:
        return []
    return sorted(due(_story(found), log.rules, log.made), key=lambda one: one.on)


def made(found: Reading) -> list[Made]:
    """What the family was offered, and what it answered."""
    if found.log is None:
        return []
    return [_made(each) for each in found.log.made]


def to_offer(found: Reading) -> NextThing | None:
    """To the holder: what the municipality has bound itself to offer the family."""
    if found.log.holder_id != found.user.pk:
        return None
    first = next(iter(waiting(found)), None)
    if first is None:
        return None
    told = {"day": day(first.on)}
    asked = (_("Write down the answer"), _("They were asked. Ask again by %(day)s."))
    new = (
        _("Offer it"),
        _("Tell the family that it exists, by %(day)s at the latest."),
    )
    button, why = asked if first.offer else new
    return NextThing(
        "offer",
        first.title,
        why % told,
        button,
        address_of(found, first),
        late=first.on < clock.today(),
    )


def address_of(found: Reading, one: Due) -> str:
    """The page where it is offered or answered: the holder's own."""
    if found.log.holder_id != found.user.pk or not found.can_write:
        return ""
    if one.offer:
        return reverse("answer-offer", args=[one.offer])
    return reverse("offers", args=[found.log.pk]) + f"?rule={one.rule}"


def _made(said: Any) -> Made:
    on = said["said_on"] or said["offered_on"]
    when = short_day(date.fromisoformat(on)) if on else ""
    return Made(said["title"], str(Said(said["said"]).label), when)


def _story(found: Reading) -> Story:
    """The page has read all of it already."""
    log = found.log
    joined = sorted(found.team, key=lambda part: (part.joined_at, part.pk))
    services = [(part.employment.unit.service, part.joined_at) for part in joined]
    return Story(
        log.level,
        log.opened_at,
        log.moved_at,
        log.unit.service_id,
        tuple(Joined(service.pk, service.kind, at) for service, at in services),
        tuple((c["from_level"], c["to_level"], moment_of(c)) for c in log.changes),
    )
