"""Why somebody was not let in: a word for the page to explain, never the token's."""

from enum import StrEnum


class Why(StrEnum):
    """Each has its own text in `entrance/parts/why.html`."""

    AGAIN = "again"  # begun in another window or browser, too long ago, or sent twice
    CANCELLED = "cancelled"  # they turned round at the provider
    AWAY = "away"  # the provider cannot be reached
    UNTRUE = "untrue"  # what the provider sent does not hold
    WEAK = "weak"  # the eID is too weak
    OLD = "old"  # they were asked to log in anew, and the provider did not ask them
    NO_NUMBER = "no_number"
    OTHER_NUMBER = "other_number"
    NO_WORK = "no_work"
    UNKNOWN = "unknown"
    TAKEN = "taken"
    CLOSED = "closed"


class NotLetIn(Exception):
    """Nobody is logged in by this. `detail` is for our own log: it names no person."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(f"{why} {detail}".strip())
        self.why = why
