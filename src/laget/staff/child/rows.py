"""The timeline as rows: what a line looks like, and what one may do with one's own."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import QueryDict

from laget.children.models import Child
from laget.kernel import clock
from laget.logs.models import UNDO
from laget.logs.timeline import Cursor, Kind, Line, Stretch, stretch
from laget.staff.child import words
from laget.staff.child.addresses import address
from laget.staff.child.reading import Reading
from laget.voices.comments import Told

LOOKS: dict[Kind, tuple[str, str]] = {
    Kind.WRITTEN: ("speech", ""),
    Kind.WORK: ("goal", ""),
    Kind.REVIEWS: ("check-circle", "success"),
    Kind.LEVELS: ("flag", "accent"),
    Kind.HANDOVERS: ("handover", "accent"),
    Kind.CONSENTS: ("consent", ""),
    Kind.TEAM: ("people", ""),
    Kind.CONCERN: ("warning", "warning"),
    Kind.OFFERS: ("consent", "accent"),
}
SPECIAL: dict[str, tuple[str, str]] = {
    "child.registered": ("person", ""),
    "child.born": ("teddy", "brand2"),
    "conversation.recorded": ("speech", ""),
    "consent.withdrawn": ("consent", "warning"),
    "emergency.opened": ("key", "danger"),
    "log.closed": ("archive", ""),
    "log.next_date": ("calendar", ""),
    "form.finished": ("file", ""),
}
SHIELDED = {  # what can be held back from somebody in the family, and its page
    "entry.written": "entry",
    "intervention.reviewed": "review",
    "conversation.recorded": "conversation",
    "concern.opened": "concern",
    "log.raised": "levelchange",
    "log.lowered": "levelchange",
    "form.finished": "filled",
}
NO_TIME = timedelta()


@dataclass(frozen=True)
class Filters:
    """What the reader has chosen to see; what cannot be read counts as not chosen."""

    kind: Kind | None = None
    person: UUID | None = None
    before: Cursor | None = None
    kept: str = field(default="", compare=False)

    @classmethod
    def chosen(cls, query: QueryDict) -> "Filters":
        kept = query.copy()
        kept.pop("before", None)
        return cls(
            kind=_kind(query.get("kind", "")),
            person=_uuid(query.get("person", "")),
            before=Cursor.read(query.get("before", "")),
            kept=kept.urlencode(),
        )

    @property
    def any(self) -> bool:
        return bool(self.kind or self.person)


@dataclass(frozen=True)
class Row:
    """One line, as the page shows it."""

    line: Line
    icon: str
    color: str
    when: str
    change: str = ""
    undo: str = ""
    versions: str = ""
    form: str = ""
    shield: str = ""
    not_seen_by: str = ""
    comments: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Rows:
    rows: tuple[Row, ...]
    filters: Filters
    older: str


def rows_of(child: Child, found: Reading, filters: Filters) -> Rows:
    """The lines below where the reader stands, and the address of the older ones."""
    lines = stretch(
        child,
        [concern.pk for concern in found.concerns],
        kind=filters.kind,
        person=filters.person,
        before=filters.before,
    )
    shown = tuple(_row(line, found) for line in lines.lines)
    return Rows(shown, filters, _older(lines, filters))


def _older(lines: Stretch, filters: Filters) -> str:
    if lines.older is None:
        return ""
    query = QueryDict(filters.kept, mutable=True)
    query["before"] = str(lines.older)
    return query.urlencode()


def _row(line: Line, found: Reading) -> Row:
    icon, color = _look(line)
    links = _links(line, found) | {"shield": _shield(line, found)}
    links["not_seen_by"] = _not_seen_by(line, found)
    comments = tuple(found.comments.get(line.record, ()))
    return Row(line, icon, color, words.when(line.at), comments=comments, **links)


def _not_seen_by(line: Line, found: Reading) -> str:
    """Who does not see it, nor what it belongs to."""
    of = line.told.get("intervention")
    above = found.shields.get(UUID(of), "") if of else ""
    return found.shields.get(line.record, "") or above


def _shield(line: Line, found: Reading) -> str:
    """To the page that says who in the family may read it: writer, and holder."""
    noun = SHIELDED.get(line.action)
    holds = found.log is not None and found.log.holder_id == found.user.pk
    if not noun or line.recalled or not (holds or line.by == found.user.pk):
        return ""
    works = found.is_on_team or found.log is None
    return address(f"shield-{noun}", line.record) if works else ""


def _links(line: Line, found: Reading) -> dict[str, str]:
    """From an entry's line: read what stood there before, correct one's own; a form."""
    links: dict[str, str] = {}
    if line.action == "form.finished":
        return {"form": address("form", line.record)}
    if line.action != "entry.written" or line.recalled:
        return links
    if line.is_changed:
        links["versions"] = address("entry-versions", line.record)
    if found.can_write and line.told["written_by"] == str(found.user.pk):
        links |= _own(line.record, line.told)
    return links


def _own(key: UUID, told: dict[str, Any]) -> dict[str, str]:
    left = datetime.fromisoformat(told["written_at"]) + UNDO - clock.now()
    return {
        "change": address("change-entry", key),
        "undo": address("undo-entry", key) if left > NO_TIME else "",
    }


def _look(line: Line) -> tuple[str, str]:
    if line.recalled:
        return "eye-slash", ""
    if line.is_voice:
        return "speech", "brand2"
    return SPECIAL.get(line.action) or LOOKS[line.kind]


def _kind(text: str) -> Kind | None:
    return Kind(text) if text in list(Kind) else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
