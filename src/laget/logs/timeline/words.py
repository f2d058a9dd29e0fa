"""What a line in the timeline says, in the reader's language."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from laget.concerns.models import Decision
from laget.logs.models import Closed, Effect, EntryKind, Next, Result

UNIT = "employment__unit__name"
Told = dict[str, Any]
Words = tuple[tuple[str, str], ...]


def title(action: str, told: Told, details: Told) -> str:
    """What happened, in a few words."""
    noun, _dot, verb = action.partition(".")
    if action == "entry.written":
        return _entry(told)
    if action == "intervention.reviewed":
        return _("Evaluated: %(what)s") % {"what": told["intervention__text"]}
    if noun in TITLES:
        return TITLES[noun](verb, told, details)
    return _plain(action, told)


def words(action: str, told: Told) -> Words:
    """The texts that belong to it, each with its name; without those left empty."""
    tell = WORDS.get(action) or WORDS.get(action.partition(".")[0])
    pairs = tell(told) if tell else ()
    return tuple((name, text) for name, text in pairs if text)


def effect(value: str) -> str:
    """Whether it helped."""
    return str(Effect(value).label)


def next_step(value: str) -> str:
    """What was decided after looking at it again."""
    return str(Next(value).label)


def closed_why(value: str) -> str:
    """Why a log was closed."""
    return str(Closed(value).label)


def result(value: str) -> str:
    """How a goal ended."""
    return str(Result(value).label)


def _entry(told: Told) -> str:
    if told.get("recalled_at"):
        return _("An entry was recalled")
    return str(ENTRIES.get(told["kind"], ENTRIES[EntryKind.NOTE]))


def _plain(action: str, told: Told) -> str:
    named = {"what": told.get("text", ""), "name": told.get("name", "")}
    return str(PLAIN[action]) % named


def _log(verb: str, told: Told, details: Told) -> str:
    level = {"level": details.get("level", told.get("to_level", ""))}
    return {
        "opened": _("The follow-up began, at level %(level)s"),
        "raised": _("Raised to level %(level)s"),
        "lowered": _("Lowered to level %(level)s"),
        "closed": _("The log was closed"),
        "next_date": _("A new next date was set"),
    }[verb] % level


def _consent(verb: str, told: Told, details: Told) -> str:
    return {
        "asked": _("Asked for consent: %(service)s"),
        "answered": _("Said no: %(service)s"),
        "given": _("Consent given: %(service)s"),
        "withdrawn": _("Consent withdrawn: %(service)s"),
    }[verb] % {"service": told["service__name"]}


def _team(verb: str, told: Told, details: Told) -> str:
    return {
        "joined": _("%(name)s joined the team"),
        "left": _("%(name)s left the team"),
    }[verb] % {"name": told["employment__user__name"]}


def _handover(verb: str, told: Told, details: Told) -> str:
    return {
        "offered": _("Handover offered to %(name)s"),
        "accepted": _("%(name)s took over as holder"),
        "declined": _("%(name)s said no to the handover"),
        "taken_back": _("The handover to %(name)s was taken back"),
    }[verb] % {"name": told["to__user__name"]}


def _form(verb: str, told: Told, details: Told) -> str:
    what = {"what": told["version__facts__title"]}
    if told["replaces"]:
        return _("Form corrected: %(what)s") % what
    return _("Form: %(what)s") % what


def _decision(told: Told) -> str:
    return f"{Decision(told['decision']).label}." if told["decision"] else ""


def _reviewed(told: Told) -> Words:
    summed = f"{effect(told['effect'])}. {next_step(told['decision'])}."
    return (
        ("", summed),
        (_("What we saw"), told["seen"]),
        (_("The child says"), told["child_view"]),
        (_("The guardians say"), told["guardians_view"]),
    )


def _level(told: Told) -> Words:
    return (
        (_("What was tried"), told["tried"]),
        (_("How it went"), told["how_it_went"]),
        (_("The child says"), told["child_view"]),
        (_("What is best for the child"), told["best_interests"]),
    )


def _closed(told: Told) -> Words:
    why = closed_why(told["closed_why"]) if told["closed_why"] else ""
    return (
        ("", why),
        ("", told["closed_text"]),
        (_("Who follows on"), told["follows_on"]),
    )


def _held(told: Told) -> Words:
    return (
        (_("Present"), told["present"]),
        (_("What was said"), told["said"]),
        (_("What we agreed"), told["agreed"]),
        (_("The child says"), told["child_view"]),
    )


def _about_consent(told: Told) -> Words:
    return ((pgettext("consent", "About"), told["topics"]),)


ENTRIES = {
    EntryKind.VOICE: gettext_lazy("The child's voice"),
    EntryKind.CONVERSATION: gettext_lazy("Conversation"),
    EntryKind.NOTE: gettext_lazy("Note"),
}
PLAIN = {
    "concern.opened": gettext_lazy("Concern"),
    "discussion.asked": gettext_lazy(
        "Asked a team for advice, without saying which child"
    ),
    "conversation.recorded": gettext_lazy("Conversation with the guardians"),
    "conversation.waits": gettext_lazy("The guardians are not told yet"),
    "concern.decided": gettext_lazy("The concern was summed up"),
    "child.registered": gettext_lazy("The child was registered"),
    "child.born": gettext_lazy("The child was born"),
    "child.guardian_added": gettext_lazy("%(name)s was named as guardian"),
    "child.guardian_ended": gettext_lazy("%(name)s is no longer a guardian"),
    "child.moved_unit": gettext_lazy("The follow-up moved with the child"),
    "goal.set": gettext_lazy("New goal: %(what)s"),
    "goal.changed": gettext_lazy("Goal looked at: %(what)s"),
    "goal.ended": gettext_lazy("Goal ended: %(what)s"),
    "intervention.added": gettext_lazy("New intervention: %(what)s"),
    "intervention.changed": gettext_lazy("Intervention changed: %(what)s"),
    "emergency.opened": gettext_lazy("Emergency access"),
}
TITLES: dict[str, Callable[[str, Told, Told], str]] = {
    "consent": _consent,
    "log": _log,
    "team": _team,
    "handover": _handover,
    "form": _form,
}
WORDS: dict[str, Callable[[Told], Words]] = {
    "entry.written": lambda told: (("", told["text"]),),
    "intervention.reviewed": _reviewed,
    "log.raised": _level,
    "log.lowered": _level,
    "log.closed": _closed,
    "concern.opened": lambda told: (
        ("", told["seen"]),
        (_("What works well"), told["strengths"]),
    ),
    "concern.decided": lambda told: (("", _decision(told)), ("", told["reason"])),
    "conversation.recorded": _held,
    "conversation.waits": lambda told: (("", told["not_told_reason"]),),
    "consent": _about_consent,
    "consent.withdrawn": lambda told: ((_("Why"), told["ended_reason"]),),
    "child.moved_unit": lambda told: (("", told["unit__name"]),),
    "goal.ended": lambda told: (
        ("", result(told["result"]) if told["result"] else ""),
        ("", told["result_text"]),
    ),
    "intervention.added": lambda told: (
        (_("How we will see it"), told["how_we_see"]),
        (_("Who"), told["done_by"] or told["owner__name"]),
    ),
    "handover.offered": lambda told: (
        ("", told["to__unit__name"]),
        (_("Why"), told["reason"]),
    ),
    "handover.accepted": lambda told: (("", told["to__unit__name"]),),
    "handover.declined": lambda told: ((_("Why"), told["answer"]),),
    "emergency.opened": lambda told: ((_("Why"), told["reason"]),),
    "team.joined": lambda told: (
        (
            "",
            ", ".join(filter(None, (told["employment__post"], told[UNIT]))),
        ),
        (_("By law"), told["statute"]),
    ),
}
