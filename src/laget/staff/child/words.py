"""What a child's page says in a few words: consents, who has looked, what is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from laget.children.models import Child
from laget.concerns.models import Heard
from laget.kernel import clock
from laget.logs.models import Effect, Intervention
from laget.logs.timeline import Kind
from laget.staff.child.reading import Reading
from laget.web.templatetags.words import age, at_clock, day, how_long, short_day

WARN = 60  # days: from here on the days left are counted
NAMED = 4  # people named before the rest are counted
HEARD = [
    (Heard.TALK, gettext_lazy("In a conversation with the child")),
    (Heard.REPRESENTATIVE, gettext_lazy("Through someone who speaks for the child")),
    (Heard.OBSERVATION, gettext_lazy("By being with the child and watching")),
    (Heard.OTHER, gettext_lazy("In another way")),
]
KINDS = [
    (Kind.WRITTEN, gettext_lazy("What has been written")),
    (Kind.WORK, gettext_lazy("Goals and interventions")),
    (Kind.REVIEWS, gettext_lazy("Evaluations")),
    (Kind.LEVELS, gettext_lazy("Level and follow-up")),
    (Kind.HANDOVERS, gettext_lazy("Handovers")),
    (Kind.CONSENTS, gettext_lazy("Consents")),
    (Kind.TEAM, gettext_lazy("The team")),
    (Kind.OFFERS, gettext_lazy("Offered the family")),
    (Kind.CONCERN, gettext_lazy("Concern and conversation")),
]


@dataclass(frozen=True)
class State:
    """A few words, and the colour that repeats them."""

    text: str
    color: str = "neutral"


def who(child: Child) -> str:
    """The name, and how old; or when the child is expected."""
    known = age(child.born_on or child.due_on)
    return f"{child.name}, {known}" if known else child.name


def when(at: datetime) -> str:
    """ "today at 13.40", else the day."""
    if localdate(at) == clock.today():
        return _("today at %(clock)s") % {"clock": at_clock(at)}
    return short_day(at)


def consent_state(consent: Any) -> State:
    """What the family has said, as long as it holds."""
    if consent.ended_at:
        return State(_("Taken back %(day)s") % {"day": short_day(consent.ended_at)})
    if consent.has_run_out:
        return State(_("Ran out %(day)s") % {"day": day(consent.expires_at)}, "danger")
    if consent.effective_at:
        return _yes(consent)
    if consent.said_no and consent.said_yes:
        return State(_("They do not agree"), "warning")
    if consent.said_no:
        return State(pgettext("consent", "No"))
    return State(_("Waits for an answer"), "info")


def _yes(consent: Any) -> State:
    left = consent.days_left
    if left > WARN:
        text = _("Yes, until %(day)s") % {"day": day(consent.expires_at)}
        return State(text, "success")
    told = ngettext("Yes, %(n)s day left", "Yes, %(n)s days left", left)
    return State(told % {"n": left}, "warning")


def consents_in_short(consents: Iterable[Any]) -> str:
    """For the head of the page."""
    count = sum(consent.stands for consent in consents)
    if not count:
        return _("No consent now")
    told = ngettext("Consent for %(n)s service", "Consent for %(n)s services", count)
    return told % {"n": count}


def do_state(one: Any) -> State:
    """Where an intervention stands: helped or not, evaluated when, or late."""
    if one.ended_at:
        return State(_("Ended"))
    if one.review_on < clock.today():
        return State(how_long(one.review_on), "warning")
    if helps(one):
        return State(_("Helps"), "success")
    return State(_("Evaluated %(day)s") % {"day": short_day(one.review_on)}, "info")


def do_who(one: Intervention) -> str:
    """Who does it, and how we will see that it helps."""
    who = one.done_by or one.owner.name
    programme = one.programme.name if one.programme else ""
    return " · ".join(part for part in (who, programme, one.how_we_see) if part)


def helps(one: Any) -> bool:
    """The last time it was looked at, it helped."""
    return bool(one.reviewed and one.reviewed["effect"] == Effect.WORKS)


def last_review(one: Any) -> str:
    if not one.reviewed:
        return ""
    at = short_day(datetime.fromisoformat(one.reviewed["at"]))
    told = {"day": at, "seen": one.reviewed["seen"]}
    return _("Last looked at %(day)s: %(seen)s") % told


def looked_today(found: Reading) -> str:
    """By name; the reader first, whose own visit is written as the page is sent."""
    seen = [one for one in found.looked if localdate(one["latest"]) == clock.today()]
    others = [one["name"] for one in seen if one["actor"] != found.user.pk]
    named = [_("you"), *others][:NAMED]
    more = 1 + len(others) - len(named)
    rest = [ngettext("%(n)s other", "%(n)s others", more) % {"n": more}] if more else []
    return _("Today: %(names)s.") % {"names": _listed([*named, *rest])}


def looked_lately(found: Reading) -> str:
    """How many people, and how often, in the last 30 days; this time too."""
    people = len({found.user.pk, *(one["actor"] for one in found.looked)})
    times = 1 + sum(one["times"] for one in found.looked)
    who = ngettext("%(n)s person", "%(n)s people", people) % {"n": people}
    often = ngettext("%(n)s time", "%(n)s times", times) % {"n": times}
    return _("The last 30 days: %(who)s, %(often)s.") % {"who": who, "often": often}


def heard(code: str) -> str:
    """How the child was heard."""
    return str(dict(HEARD).get(Heard(code), ""))


def _listed(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    told = {"names": ", ".join(names[:-1]), "last": names[-1]}
    return _("%(names)s and %(last)s") % told
