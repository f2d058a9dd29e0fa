"""A family and all that is written about it, in plain Python: nothing of the product.

`drawn` is how a random one comes to be; what becomes of it stands in `Home`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

GUARDIANS = ("guardian", "father", "barred")
AT_HOME = (*GUARDIANS, "youth")
HELPERS = ("nurse", "adviser")
NOBODYS = ("teacher", "leader", "stranger", "triage")  # none of theirs to know
MOSTLY = st.sampled_from([True, True, True, False])
SELDOM = st.sampled_from([False, False, False, True])
KINDS = ("entry", "recalled", "goal", "level", "form", "thread", "meeting")
KINDS += ("voice", "comment", "correction")

guardian = st.fixed_dictionaries(
    {"sees": MOSTLY, "barred": SELDOM, "ended": SELDOM, "late": SELDOM}
)
record = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "from_": st.sampled_from([None, None, "all", *GUARDIANS]),
        "lifted": SELDOM,
        "whom": st.sets(st.sampled_from(AT_HOME), min_size=1, max_size=3),
        "open": st.booleans(),  # minutes shared, a voice open to guardians
        "back": SELDOM,  # a voice taken back again
    }
)
drawn = st.fixed_dictionaries(
    {
        "age": st.sampled_from([4, 12, 13, 14, 15, 17]),
        "account": MOSTLY,
        "guardians": st.fixed_dictionaries(dict.fromkeys(GUARDIANS, guardian)),
        "worry": st.sampled_from(["none", "told", "waits", "held back"]),
        "consents": st.fixed_dictionaries(
            dict.fromkeys(
                HELPERS, st.sampled_from(["yes", "yes", "from now", "taken back"])
            )
        ),
        "before": st.lists(record, min_size=4, max_size=6),
        "after": st.lists(record, min_size=1, max_size=4),
        "seat": st.sampled_from(["none", "meeting", "form", "ended"]),
        "offered": SELDOM,
        "closed": SELDOM,
        "days": st.sampled_from([0, 0, 1, 40, 200, 400, 2000]),
        "stranger": st.sampled_from(NOBODYS),
    }
)


@dataclass
class Guardian:
    """As registered; `since` is when."""

    sees: bool
    barred: bool
    since: datetime
    ended: bool = False


@dataclass(eq=False)
class Record:
    """Something written. `words` has each mark, and which of its readers it is for."""

    kind: str
    at: datetime
    key: UUID | None = None
    words: dict[str, str] = field(default_factory=dict)
    shields: list[tuple[str, datetime]] = field(default_factory=list)
    on: list["Record"] = field(default_factory=list)
    asked: set[str] | None = None  # in the thread, invited; None: all who see
    by: str = "holder"
    shared: bool = True
    open: bool = True
    waits: bool = False


@dataclass
class Consent:
    stands: bool
    from_now: bool
    since: datetime | None


@dataclass
class Home:
    """What is so when the clock has been moved to `now`."""

    born: date
    now: datetime
    account: bool
    guardians: dict[str, Guardian] = field(default_factory=dict)
    consents: dict[str, Consent] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)  # "child" or who: the mark
    phones: dict[str, str] = field(default_factory=dict)
    seat: Record | None = None
    seat_until: datetime | None = None
    closed: bool = False
    keys: dict[str, list[Any]] = field(default_factory=dict)
    marks: int = 0

    def mark(self):
        self.marks += 1
        return f"zq{self.marks:03d}x"

    def all_marks(self):
        words = {mark for record in self.records for mark in record.words}
        return words | {*self.names.values(), *self.phones.values()}

    def add(self, noun, key):
        self.keys.setdefault(noun, []).append(key)
