"""The same questions, put to a young person, to a guardian, and to anyone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from laget.intake.models import ForWhom

Words = str | Promise


@dataclass(frozen=True)
class Voice:
    """How one who asks is spoken to."""

    lead: Words
    label: Words
    hint: Words
    danger: Words


ANYONE = Voice(
    _("Write to us, or call. You need no referral, and need not give your name."),
    _("What do you want help with?"),
    _("In your own words. A few are enough, and you need not know whom to ask."),
    _("If a child is in danger, we must do something about it."),
)
VOICES = {
    ForWhom.ME: Voice(
        _("You can write to us or call, about big things and small ones."),
        _("What do you want to tell us?"),
        _("Write it as it is for you. A few words are enough. Nothing is too small."),
        _(
            "You decide how much you say. If somebody hurts you, or you are in danger,"
            " we must get help for you. As far as we can, we talk with you first."
        ),
    ),
    ForWhom.MY_CHILD: Voice(
        _("Many parents need somebody to talk with. Ask early, and about anything."),
        _("What do you want help with?"),
        _("What is hard, what goes well, and what you hope for. Leave out names."),
        _(
            "If a child is in danger, we must do something about it. As far as we can,"
            " we talk with you first."
        ),
    ),
}


def voice_for(word: str) -> Voice:
    """For whom the page was opened, or anyone."""
    return VOICES.get(ForWhom(word), ANYONE) if word in ForWhom.values else ANYONE
