"""How it went, in plain words: nobody is to blame for what did not help."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.concerns.models import Heard
from laget.logs.models import Closed, Effect, Next, Result

WENT = {
    (Effect.WORKS, Next.CONTINUE): gettext_lazy("It helps. We go on."),
    (Effect.WORKS, Next.CHANGE): gettext_lazy("It helps. We change it a little."),
    (Effect.WORKS, Next.END): gettext_lazy("It helped, so now we can stop."),
    (Effect.PARTLY, Next.CONTINUE): gettext_lazy("It helps a little. We go on."),
    (Effect.PARTLY, Next.CHANGE): gettext_lazy("It helps a little. We change it."),
    (Effect.PARTLY, Next.END): gettext_lazy("It helped a little. Now we have stopped."),
    (Effect.NOT, Next.CONTINUE): gettext_lazy(
        "It does not help yet. We go on, and look again."
    ),
    (Effect.NOT, Next.CHANGE): gettext_lazy(
        "It did not help, so we do it differently."
    ),
    (Effect.NOT, Next.END): gettext_lazy("It did not help, so we stopped."),
}
RESULTS = {
    Result.REACHED: gettext_lazy("We got there."),
    Result.PARTLY: gettext_lazy("We got part of the way."),
    Result.NOT_REACHED: gettext_lazy("We did not get there this time."),
    Result.NOT_RELEVANT: gettext_lazy("It is not a goal any more."),
}
CLOSED = {
    Closed.GOALS_REACHED: gettext_lazy("We got where we wanted to be."),
    Closed.FAMILY_WISH: gettext_lazy("You wanted to stop."),
    Closed.NO_CONSENT: gettext_lazy("There is no consent to go on."),
    Closed.MOVED: gettext_lazy("You have moved."),
    Closed.GROWN_UP: gettext_lazy("The young person has grown up."),
    Closed.OTHER_PLAN: gettext_lazy("Another plan or service goes on."),
}
NOT_ASKED = (Heard.NOT_GIVEN, Heard.DID_NOT_WISH)


def went(told: dict[str, Any]) -> str:
    """What they saw, and what was decided, in one breath."""
    return str(WENT[Effect(told["effect"]), Next(told["decision"])])


def result(value: str) -> str:
    return str(RESULTS[Result(value)])


def closed_because(value: str) -> str:
    """Empty for another reason: then it stands in their own words."""
    return str(CLOSED.get(Closed(value), ""))


def child_label(told: dict[str, Any], name: str, *, is_own: bool) -> str:
    """Whose the words are; where the child said nothing, that is what they tell."""
    if told["heard"] in NOT_ASKED:
        return ""
    return _("You said") if is_own else _("%(name)s said") % {"name": name}


def guardians_label(*, is_own: bool) -> str:
    return _("The guardians said") if is_own else _("You who are guardians said")
