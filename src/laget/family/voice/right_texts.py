"""The rights in words a young person uses, each with its age and its sections.

The law's own ages stand here as numbers; those the municipality has set, by their name.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

HEARD = ("grl-104", "brk-12", "barnelova-31")


@dataclass(frozen=True)
class Told:
    """One right from one age. `about` says which right: a later age takes its place."""

    about: str
    age: int | str
    title: Any
    text: Any
    laws: tuple[str, ...] = ()
    is_local: bool = False


OF_THE_CHILD = [
    Told(
        *("heard", 0),
        _("To be heard"),
        _(
            "You have the right to say what you think about things that are "
            "about you. There are many ways to say it: words, play, drawings."
        ),
        HEARD,
        is_local=False,
    ),
    Told(
        *("heard", 7),
        _("To be heard"),
        _(
            "You have the right to say what you think about things that are "
            "about you. From the age of 7 the adults must always ask you."
        ),
        HEARD,
        is_local=False,
    ),
    Told(
        *("heard", 12),
        _("To be heard"),
        _(
            "The adults must always ask what you think. From the age of 12 it "
            "shall count a lot."
        ),
        HEARD,
        is_local=False,
    ),
    Told(
        *("know", 0),
        _("To know what goes on"),
        _(
            "The adults shall tell you what they do and why, in words you "
            "understand. You can ask until you understand."
        ),
        ("brk-12", "gdpr-13"),
        is_local=False,
    ),
    Told(
        *("see", 0),
        _("To see what is written about you"),
        _(
            "You can ask to see what is written about you. An adult can look at"
            " it together with you."
        ),
        ("gdpr-15",),
        is_local=False,
    ),
    Told(
        *("see", "own_page_age"),
        _("To see what is written about you"),
        _(
            "You have your own page here. You see the plan, what is written, "
            "and who has looked. Something may be held back, for example what "
            "somebody else has told about themselves."
        ),
        ("gdpr-15", "fvl-18"),
        is_local=True,
    ),
    Told(
        *("consent", 0),
        _("To say yes or no"),
        _(
            "Those who have parental responsibility for you say yes or no to "
            "who may help you and know about you. What you think shall count."
        ),
        ("barnelova-30", "barnelova-31"),
        is_local=False,
    ),
    Told(
        *("consent", "own_consent_age"),
        _("To say yes or no"),
        _(
            "You say yes or no yourself to who may help you and know about you."
            " You can change your mind at any time."
        ),
        ("fvl-13-a",),
        is_local=True,
    ),
    Told(
        *("school", 15),
        _("To choose school and clubs"),
        _(
            "You decide yourself about your education, and which clubs you are "
            "a member of."
        ),
        ("barnelova-32",),
        is_local=False,
    ),
    Told(
        *("health", 16),
        _("To decide about help for your health"),
        _("As a rule you decide yourself about help for your health."),
        ("pbrl-4-3",),
        is_local=False,
    ),
    Told(
        *("kept", 0),
        _("To tell something in confidence"),
        _(
            "You can ask that your parents do not read something you have told."
            " Ask before you tell it. If you or someone else is in danger, the "
            "adults must do something, and they shall tell you first if they "
            "can."
        ),
        ("grl-104", "gdpr-15"),
        is_local=False,
    ),
    Told(
        *("complain", 0),
        _("To say that something is wrong"),
        _(
            "You can say that something is wrong, ask to have it put right, and"
            " complain to the municipality. The county governor can help you. "
            "Nobody may give you less help because you complain."
        ),
        ("gdpr-5", "fvl-18"),
        is_local=False,
    ),
    Told(
        *("grown", "guardian_sight_age"),
        _("Your page is yours alone"),
        _("Your parents no longer see your page. You decide who you tell."),
        (),
        is_local=True,
    ),
]
OF_A_GUARDIAN = [
    Told(
        *("sees", 0),
        _("What you see"),
        _(
            "You see the plan, what has been agreed, what is written, and who "
            "has looked, until your child turns %(sight)s. You are let in "
            "because you are registered as a guardian."
        ),
        ("gdpr-15", "fvl-18"),
        is_local=True,
    ),
    Told(
        *("decides", 0),
        _("What you decide"),
        _(
            "Those who have parental responsibility say yes or no together to "
            "who may help and know. From the age of %(consent)s your child "
            "answers alone."
        ),
        ("barnelova-30", "fvl-13-a"),
        is_local=True,
    ),
    Told(
        *("takes_part", 0),
        _("What you decide"),
        _(
            "You are registered without parental responsibility. You can see "
            "and take part. Those with parental responsibility say yes or no to"
            " who may help."
        ),
        ("barnelova-30",),
        is_local=False,
    ),
    Told(
        *("not_all", 0),
        _("What you may not see"),
        _(
            "Your child can tell the team something in confidence. Then you do "
            "not see it here. It may also be held back for somebody's safety."
        ),
        ("grl-104", "gdpr-15"),
        is_local=False,
    ),
    Told(
        *("apart", 0),
        _("When you live apart"),
        _(
            "Also a parent whom the child does not live with can ask to be "
            "told. It can be refused when it would harm the child."
        ),
        ("barnelova-47",),
        is_local=False,
    ),
    Told(
        *("disagree", 0),
        _("When you disagree"),
        _(
            "Say so to your contact. You can ask to have something put right, "
            "write your own comment, and complain to the municipality. The "
            "county governor can help you."
        ),
        ("gdpr-5", "fvl-18"),
        is_local=False,
    ),
]
