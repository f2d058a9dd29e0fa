"""Is every line of the books as it was when it was committed? And is the end there?

The chain alone cannot show that its end was cut off together with the head. So the head
is also kept apart (`./laget audit head`), where who can change the database cannot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import connections, transaction

FIRST = sha256(b"laget").digest()
# Each book is read once, from end to end, and its lines made short before they are put
# in the chain's order. A cursor left to itself would look each line up by its key.
READ_ALL = "SET LOCAL cursor_tuple_fraction = 1"
LINES = """
DECLARE lines NO SCROLL CURSOR FOR
WITH said AS MATERIALIZED (
    SELECT 'e'::char AS book, id AS line, audit_words(event) AS words
    FROM audit_event event
  UNION ALL
    SELECT 'h'::char, id, audit_words(change) FROM audit_history change)
SELECT link.nr, link.book, link.line::text, link.hash, said.words,
       said.line IS NOT NULL
FROM audit_link link LEFT JOIN said USING (book, line)
ORDER BY link.nr
"""
UNCHAINED = """
SELECT line.id FROM (SELECT id FROM audit_event UNION ALL SELECT id FROM audit_history)
    AS line(id)
LEFT JOIN audit_link ON audit_link.line = line.id
WHERE audit_link.line IS NULL LIMIT 1
"""
AT_ONCE = 10_000


@dataclass(frozen=True)
class Head:
    """The last line's number and hash: says nothing about anybody."""

    nr: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.nr} {self.hash.hex()}"

    @classmethod
    def read(cls, text: str) -> "Head":
        """Read what `str` wrote. Raises ValueError for anything else."""
        nr, hexadecimal = text.split()[:2]
        return cls(int(nr), bytes.fromhex(hexadecimal))


@dataclass(frozen=True)
class Verdict:
    """What was found: how many lines are right, and the first that is not."""

    lines: int
    wrong: str = ""

    @property
    def is_right(self) -> bool:
        return not self.wrong


def latest(using: str = "default") -> Head:
    """The head as the database has it now."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT nr, hash FROM audit_latest()")
        nr, found = cursor.fetchone()
    return Head(nr, bytes(found))


def verify(apart: Head | None = None, *, using: str = "default") -> Verdict:
    """Read both books in order, as the owner. `apart` is a head kept elsewhere.

    Finds an edit, a deletion, a reordering, a line beside the chain, and a cut end.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        return _read(cursor, apart, latest(using))


def _read(cursor: Any, apart: Head | None, end: Head) -> Verdict:
    expected, last = 1, FIRST
    at_apart: bytes | None = None
    for nr, book, line, found, words, is_there in _lines(cursor):
        if wrong := _wrong(expected, nr, is_there):
            return Verdict(expected - 1, wrong)
        last = sha256(last + bytes(words)).digest()
        if last != bytes(found):
            return Verdict(nr - 1, f"line {nr} ({_book(book)} {line}) was changed")
        if apart and nr == apart.nr:
            at_apart = last
        expected += 1
    reached = Head(expected - 1, last)
    wrong = _wrong_end(reached, end, apart, at_apart) or _loose(cursor)
    return Verdict(reached.nr, wrong)


def _lines(cursor: Any) -> Iterator[tuple[Any, ...]]:
    cursor.execute(READ_ALL)
    cursor.execute(LINES)
    while True:
        cursor.execute(f"FETCH {AT_ONCE} FROM lines")
        if not (found := cursor.fetchall()):
            return
        yield from found


def _wrong(expected: int, nr: int, is_there: bool) -> str:
    if nr != expected:
        return f"line {expected} is missing; the next is {nr}"
    return "" if is_there else f"line {nr} was deleted from its book"


def _wrong_end(
    reached: Head, end: Head, apart: Head | None, at_apart: bytes | None
) -> str:
    if end != reached:
        return f"line {reached.nr + 1} is missing: the head says {end.nr}"
    if apart and apart.nr > reached.nr:
        return f"line {reached.nr + 1} is missing: the head kept apart says {apart.nr}"
    if apart and apart.nr and at_apart != apart.hash:
        return f"line {apart.nr} is not the one whose head was kept apart"
    return ""


def _loose(cursor: Any) -> str:
    cursor.execute(UNCHAINED)
    loose = cursor.fetchone()
    return f"line {loose[0]} stands beside the chain" if loose else ""


def _book(letter: str) -> str:
    return {"e": "event", "h": "history"}[letter]
