"""What people type into the forms of the work. Change what a test is about."""

import uuid

from laget.concerns.models import Heard
from tests.cast import in_days, job_of


def day(days):
    return in_days(days).strftime("%d.%m.%Y")


def goal_form(by, **typed):
    told = {"text": "Nora leker ute", "owner": job_of(by).pk, "next_on": day(60)}
    return told | {"start": "3", "wanted": "8", "once": uuid.uuid4()} | typed


def intervention_form(by, **typed):
    told = {"text": "Lekegruppe", "how_we_see": "Hun blir bedt med", "done_by": "Mor"}
    dates = {"starts_on": day(0), "review_on": day(30), "once": uuid.uuid4()}
    return told | dates | {"owner": job_of(by).pk} | typed


def review_form(**typed):
    told = {"effect": "partly", "seen": "Oftere", "child_view": "Gøy", "version": 1}
    now = {"heard": Heard.TALK.value, "decision": "continue", "next_on": day(30)}
    return told | now | {"guardians_view": "Bra", "once": uuid.uuid4()} | typed


def level_form(**typed):
    told = {"to": 3, "tried": "Lek", "how_it_went": "Litt", "child_view": "Vil mer"}
    best = {"known": "K1", "assessed": "A2", "weighed": "W3", "shown": "S4"}
    return told | best | {"heard": "1.1", "once": uuid.uuid4()} | typed


def close_form(goals=(), **typed):
    told = {"why": "goals_reached", "text": "Nora leker", "heard": "1.1"}
    words = {"child_words": "Fint", "guardian_words": "Takk", "follows_on": "Kari"}
    ends = {f"result_{goal.pk.hex}": "reached" for goal in goals}
    return told | words | ends | {"once": uuid.uuid4()} | typed
