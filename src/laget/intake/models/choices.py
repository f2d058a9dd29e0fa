"""What one is asked to choose from, and what became of a request."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ForWhom(models.TextChoices):
    """Who needs the help, as the one who asks puts it."""

    ME = "me", _("Me: I am a child or a young person")
    MY_CHILD = "my_child", _("My child, or our family")
    OTHER = "other", _("Somebody else")


class Age(models.TextChoices):
    """About how old; nobody is asked for a birth date here."""

    UNKNOWN = "", _("Not said")
    EXPECTED = "expected", _("Not born yet")
    TO_5 = "0-5", _("0 to 5 years")
    TO_12 = "6-12", _("6 to 12 years")
    TO_15 = "13-15", _("13 to 15 years")
    TO_18 = "16-18", _("16 to 18 years")
    OLDER = "19-", _("19 years or older")


class Reach(models.TextChoices):
    """How the one who asks wants to be answered."""

    PHONE = "phone", _("Call me")
    TEXT = "text", _("Send me a text message")
    EMAIL = "email", _("Write me an e-mail")
    CALLS_BACK = "calls_back", _("I will call you myself")


class Outcome(models.TextChoices):
    """What became of it."""

    NONE = "", _("Not closed")
    ADVICE = "advice", _("A conversation and advice were enough")
    HELP = "help", _("Help has begun in one of our services")
    ELSEWHERE = "elsewhere", _("They were helped on to somebody outside")
    NOT_WANTED = "not_wanted", _("They no longer wanted help")
    NOT_REACHED = "not_reached", _("We did not reach them")
    NO_REQUEST = "no_request", _("It was not a request for help")

    @classmethod
    def told(cls) -> list[tuple[str, str]]:
        return [(each.value, str(each.label)) for each in cls if each]

    @property
    def needs_an_answer(self) -> bool:
        """Nobody can have been helped before somebody has spoken with them."""
        return self in (self.ADVICE, self.HELP, self.ELSEWHERE, self.NOT_WANTED)
