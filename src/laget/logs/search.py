"""Words in what has been written about the children one may read about.

The database shows only those: an array of their logs' keys is worked out first, and the
words are looked for in those rows alone. (Under row-level security a policy's condition
goes before `@@`, so no text index could be used.) What was recalled has no words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from laget.audit.models import Event

MOST = 50
OPEN, SHUT = "\ue000", "\ue001"  # private characters around a found word
MARKED = re.compile(f"{OPEN}(.*?){SHUT}", re.S)
FIND = f"""
WITH asked AS MATERIALIZED (SELECT websearch_to_tsquery('norwegian', %s) AS words),
found AS (
    SELECT 'entry' AS kind, id, log_id, written_at AS at, written_by_id AS by_id, text
    FROM logs_entry WHERE recalled_at IS NULL AND search @@ (SELECT words FROM asked)
  UNION ALL
    SELECT 'goal', id, log_id, set_at, owner_id, text
    FROM logs_goal WHERE search @@ (SELECT words FROM asked)
  UNION ALL
    SELECT 'intervention', id, log_id, starts_on, owner_id, text || ' · ' || how_we_see
    FROM logs_intervention WHERE search @@ (SELECT words FROM asked)
  ORDER BY at DESC LIMIT {MOST})
SELECT found.kind, found.id, log.id, child.id, child.name, found.at, person.name,
       log.closed_at IS NOT NULL,
       ts_headline('norwegian', found.text, asked.words,
                   'StartSel={OPEN}, StopSel={SHUT}, MaxFragments=2, MaxWords=25')
FROM asked, found
JOIN logs_log log ON log.id = found.log_id
JOIN children_child child ON child.id = log.child_id
JOIN accounts_user person ON person.id = found.by_id
ORDER BY found.at DESC
"""


@dataclass(frozen=True)
class Hit:
    """Where the words stand: what it is, whose, when, and a piece of the text."""

    kind: str
    record: UUID
    log: UUID
    child_id: UUID
    child: str
    at: datetime
    by: str
    is_closed: bool
    text: str

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is a found word."""
        for number, piece in enumerate(MARKED.split(self.text)):
            if piece:
                yield piece.replace(OPEN, "").replace(SHUT, ""), bool(number % 2)


def texts(words: str) -> list[Hit]:
    """The latest fifty places where the words stand, newest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(FIND, [words])
        return [Hit(*row) for row in cursor.fetchall()]


def note_found(hits: list[Hit]) -> None:
    """What a search showed of a child's texts is a visit to that child. One query."""
    children = dict.fromkeys(hit.child_id for hit in hits)
    Event.objects.bulk_create(
        Event(action="child.searched", subject=child, object=child)
        for child in children
    )
