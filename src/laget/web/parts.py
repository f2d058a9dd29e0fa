"""What some parts of a page need to be told, in one piece."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["done", "now", "later"]


@dataclass(frozen=True)
class Step:
    """One step on the way; `note` is when, or what remains."""

    name: str
    note: str = ""
    state: State = "later"


def steps_to(names: Sequence[str], now: int, notes: Sequence[str] = ()) -> list[Step]:
    """The steps when one stands at number `now`, counted from 0."""
    padded = [*notes, *[""] * len(names)]
    state: dict[int, State] = {-1: "done", 0: "now", 1: "later"}
    return [
        Step(name, padded[n], state[(n > now) - (n < now)])
        for n, name in enumerate(names)
    ]


@dataclass(frozen=True)
class Conflict:
    """Two versions of one text. Neither is thrown away before someone has chosen."""

    mine: str
    theirs: str
    by: str
    at: dt.datetime
    version: int
    field: str = "text"
    label: str = ""
