"""Which events are told in a child's timeline, and what each is about."""

from enum import StrEnum


class Kind(StrEnum):
    """What a reader may want to see alone."""

    WRITTEN = "written"
    WORK = "work"
    REVIEWS = "reviews"
    LEVELS = "levels"
    HANDOVERS = "handovers"
    CONSENTS = "consents"
    TEAM = "team"
    CONCERN = "concern"
    OFFERS = "offers"


class About(StrEnum):
    """The sort of record that an event's `object` names."""

    CHILD = "child"
    CONCERN = "concern"
    CONSENT = "consent"
    CONVERSATION = "conversation"
    EMERGENCY = "emergency"
    ENTRY = "entry"
    FORM = "form"
    GOAL = "goal"
    GUARDIAN = "guardian"
    HANDOVER = "handover"
    INTERVENTION = "intervention"
    LEVEL = "level"
    LOG = "log"
    OFFER = "offer"
    PARTICIPATION = "participation"
    REVIEW = "review"


ACTIONS: dict[str, tuple[Kind, About]] = {
    "concern.opened": (Kind.CONCERN, About.CONCERN),
    "discussion.asked": (Kind.CONCERN, About.CONCERN),
    "conversation.recorded": (Kind.CONCERN, About.CONVERSATION),
    "conversation.waits": (Kind.CONCERN, About.CONVERSATION),
    "concern.decided": (Kind.CONCERN, About.CONCERN),
    "child.registered": (Kind.CONCERN, About.CHILD),
    "child.born": (Kind.CONCERN, About.CHILD),
    "child.guardian_added": (Kind.TEAM, About.GUARDIAN),
    "child.guardian_ended": (Kind.TEAM, About.GUARDIAN),
    "child.moved_unit": (Kind.LEVELS, About.LOG),
    "consent.asked": (Kind.CONSENTS, About.CONSENT),
    "consent.answered": (Kind.CONSENTS, About.CONSENT),
    "consent.given": (Kind.CONSENTS, About.CONSENT),
    "consent.withdrawn": (Kind.CONSENTS, About.CONSENT),
    "log.opened": (Kind.LEVELS, About.LOG),
    "log.raised": (Kind.LEVELS, About.LEVEL),
    "log.lowered": (Kind.LEVELS, About.LEVEL),
    "log.closed": (Kind.LEVELS, About.LOG),
    "log.next_date": (Kind.LEVELS, About.LOG),
    "goal.set": (Kind.WORK, About.GOAL),
    "goal.changed": (Kind.WORK, About.GOAL),
    "goal.ended": (Kind.WORK, About.GOAL),
    "intervention.added": (Kind.WORK, About.INTERVENTION),
    "intervention.changed": (Kind.WORK, About.INTERVENTION),
    "intervention.reviewed": (Kind.REVIEWS, About.REVIEW),
    "handover.offered": (Kind.HANDOVERS, About.HANDOVER),
    "handover.accepted": (Kind.HANDOVERS, About.HANDOVER),
    "handover.declined": (Kind.HANDOVERS, About.HANDOVER),
    "handover.taken_back": (Kind.HANDOVERS, About.HANDOVER),
    "team.joined": (Kind.TEAM, About.PARTICIPATION),
    "team.left": (Kind.TEAM, About.PARTICIPATION),
    "emergency.opened": (Kind.TEAM, About.EMERGENCY),
    "entry.written": (Kind.WRITTEN, About.ENTRY),
    "form.finished": (Kind.WRITTEN, About.FORM),
}
VISITS = ("child.read", "log.read")
AT_HOME = ("child.read_plan", "child.read_written")  # where the family reads it


def actions_of(kind: Kind | None) -> list[str]:
    """The events that are told: all of them, or one kind alone."""
    return [name for name, (this, _) in ACTIONS.items() if kind in (None, this)]
