"""How a yes may be limited by the one who gives it. The narrowest yes holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from laget.consents.models import Answer, Consent, Said
from laget.kernel import RuleBroken, clock


@dataclass(frozen=True)
class Limits:
    """Only what is written from when it begins to stand; and only until a day."""

    from_now: bool = False
    until: date | None = None

    def must_fit(self, consent: Consent, said: Said) -> None:
        """Raises RuleBroken for a limit on what is no yes, or a day out of reach."""
        if said != Said.YES and self != WHOLE:
            raise RuleBroken(_("Only a yes can be limited."))
        if self.until is None:
            return
        if self.until < clock.today():
            raise RuleBroken(_("The day must not have passed."))
        if self.until > last_day(consent):
            raise RuleBroken(_("The day must not be after the consent runs out."))


WHOLE = Limits()


def narrowest(consent: Consent, answers: Iterable[Answer]) -> tuple[bool, datetime]:
    """Whether it opens what was written earlier, and when it runs out."""
    yes = [each for each in answers if each.said == Said.YES]
    ends = [end_of(each.until) for each in yes if each.until]
    earlier = consent.earlier and not any(each.from_now for each in yes)
    return earlier, min([consent.expires_at, *ends])


def end_of(day: date) -> datetime:
    """The last moment of a day in Norway: pages show the day that was agreed."""
    return timezone.make_aware(datetime.combine(day, time.max))


def last_day(consent: Consent) -> date:
    return consent.expires_at.astimezone(timezone.get_default_timezone()).date()
