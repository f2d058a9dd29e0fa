"""Who must answer and why, and where a consent stands, in words a guardian understands.

Each state comes with a way forward: nothing ends in a dead end.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.children.models import Child, Guardianship
from laget.consents.rules import Because, Needed, Standing
from laget.kernel.law import DECIDE_TOGETHER

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Told:
    """A state: its name, its colour (which the name repeats), and what to do now."""

    name: "StrPromise"
    color: str
    way: "StrPromise"


TELL = {
    Standing.STANDS: Told(
        gettext_lazy("Stands"),
        "success",
        gettext_lazy("The service may take part. It can be taken back at any time."),
    ),
    Standing.RUNS_OUT_SOON: Told(
        gettext_lazy("Runs out soon"),
        "warning",
        gettext_lazy(
            "Ask again in good time. What stands goes on standing until all have "
            "answered, or until it runs out."
        ),
    ),
    Standing.OWN_AGE_SINCE: Told(
        gettext_lazy("Stands; ask the young person at renewal"),
        "info",
        gettext_lazy(
            "The young person now decides alone. What the guardians said yes to stands "
            "until it runs out; ask the young person when you ask again. The young "
            "person may say no at any time."
        ),
    ),
    Standing.ONE_MORE_SINCE: Told(
        gettext_lazy("Stands; one more to ask"),
        "warning",
        gettext_lazy(
            "Somebody has come to share the decision since this was given, or has not "
            "been asked. Ask now. A no takes the consent back."
        ),
    ),
    Standing.WAITING: Told(
        gettext_lazy("Waiting for an answer"),
        "info",
        gettext_lazy(
            "The service does not take part by consent until all have said yes. You "
            "may ask a team without saying who the child is."
        ),
    ),
    Standing.DISAGREED: Told(
        gettext_lazy("They do not agree"),
        "warning",
        gettext_lazy(
            "Without a yes from all, the service does not take part. Talk with each, "
            "together or one at a time, and hear what would be all right. Offer a "
            "meeting; the family protection office can help. Ask again about less if "
            "that helps. Each may change their answer on their own page."
        ),
    ),
    Standing.REFUSED: Told(
        gettext_lazy("No"),
        "neutral",
        gettext_lazy(
            "The service does not take part. Help in your own kindergarten, school or "
            "service goes on, and so does all that the law requires. You may ask again "
            "later."
        ),
    ),
    Standing.NOBODY_TO_ASK: Told(
        gettext_lazy("Nobody to ask"),
        "warning",
        gettext_lazy(
            "Find out who has parental responsibility and register them. If child "
            "welfare has taken over the care, ask the caseworker who decides."
        ),
    ),
    Standing.RUN_OUT: Told(
        gettext_lazy("Has run out"),
        "neutral",
        gettext_lazy(
            "The service sees nothing more. Ask again if help is still needed."
        ),
    ),
    Standing.WITHDRAWN: Told(
        gettext_lazy("Taken back"),
        "neutral",
        gettext_lazy(
            "The service sees nothing more. The family may say yes again later."
        ),
    ),
    Standing.REPLACED: Told(
        gettext_lazy("Replaced by a newer one"),
        "neutral",
        gettext_lazy("See the newest."),
    ),
}


def why(child: Child, need: Needed) -> str:
    """Why these are the ones to ask, with the reference it rests on."""
    words = {
        Because.OWN_AGE: _own_age,
        Because.ALONE: _alone,
        Because.TOGETHER: _together,
        Because.EXPECTED: _expected,
        Because.NOBODY: _nobody,
    }
    return words[need.because](child, need)


def notes(need: Needed, guardians: list[Guardianship]) -> list[str]:
    """What must be minded about each: barred from contact, or not deciding."""
    told = [
        _(
            "%(name)s shares the decision, but must not be contacted. Do not ask. "
            "Whoever has the right to decide it can make an exception; write down "
            "who and why."
        )
        % {"name": guardian}
        for guardian in need.barred
    ]
    if need.young_person:
        return told
    return told + [
        _("%(name)s has no parental responsibility and is not asked.") % {"name": each}
        for each in guardians
        if not each.custody
    ]


def tell(standing: Standing) -> Told:
    return TELL[standing]


def names(people: list[Guardianship | None], child: Child) -> str:
    """Those people by name; the young person by the child's."""
    return ", ".join(str(each or child) for each in people)


def _own_age(child: Child, need: Needed) -> str:
    told = _(
        "%(name)s is %(age)s years old and decides alone. The municipality's rule is "
        "from %(limit)s years: %(law)s."
    )
    rule = child.municipality
    law = rule.own_consent_law or _("no section is given")
    facts = {"name": child.first_name, "age": child.age, "law": law}
    return told % {**facts, "limit": rule.own_consent_age}


def _alone(child: Child, need: Needed) -> str:
    told = _("%(name)s has parental responsibility alone, and decides: %(law)s.")
    return told % {"name": need.guardians[0], "law": DECIDE_TOGETHER}


def _together(child: Child, need: Needed) -> str:
    told = _("%(names)s have parental responsibility and decide together: %(law)s.")
    people = ", ".join(str(each) for each in need.guardians)
    return told % {"names": people, "law": DECIDE_TOGETHER}


def _expected(child: Child, need: Needed) -> str:
    told = _("The child is not born yet. %(names)s, who will answer for it, decide.")
    return told % {"names": ", ".join(str(each) for each in need.guardians)}


def _nobody(child: Child, need: Needed) -> str:
    return _(
        "Nobody is registered with parental responsibility, so nobody can be asked."
    )
