"""What a leader's own day shows of the unit: what is left lying, and what is late."""

from dataclasses import dataclass

from laget.logs.leading import (
    LedConcerns,
    LedLog,
    led_concerns_if_leading,
    led_logs,
)


@dataclass(frozen=True)
class Led:
    """The units that one person leads: numbers, dates, and what must be handed on."""

    logs: list[LedLog]
    concerns: list[LedConcerns]

    @property
    def lying(self) -> list[LedLog]:
        return [row for row in self.logs if row.is_left_lying]

    @property
    def long_late(self) -> int:
        """Open follow-ups whose next date passed more than a week ago."""
        return sum(row.is_long_late for row in self.logs)

    @property
    def concerns_late(self) -> int:
        return sum(row.overdue for row in self.concerns)

    @property
    def is_clear(self) -> bool:
        return not (self.lying or self.long_late or self.concerns_late)


def led() -> Led | None:
    """None for whoever leads no unit, at the cost of one small query."""
    concerns = led_concerns_if_leading()
    return None if concerns is None else Led(led_logs(), concerns)
