"""All that one person in the family may see about a child, as plain data.

The database says which rows (`seeing.sql`, under the family's hat); `fields.py` says
which columns. A row that is held back, or hangs on one that is, is not there.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import ForeignKey

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.concerns.models import Concern, Decision
from laget.family.data import fields
from laget.family.data.papers import forms_of
from laget.family.data.visiting import visits_of
from laget.forms.models import Filled
from laget.kernel import clock
from laget.kernel.protected import ProtectedModel
from laget.organisation.models import Employment, Unit

GONE = ("recalled_at", "removed_at")  # what was taken back is nobody's any more
UNTOLD = {"not_told": ""}  # a conversation that waits is no conversation yet
REPORTED = {"decision", "reason"}  # of what went to child welfare instead
Record = dict[str, Any]


@dataclass
class Everything:
    """The records by kind, the visits, and when it was all read."""

    child: Child
    reader: User
    at: datetime
    records: dict[str, list[Record]] = field(default_factory=dict)
    visits: list[Record] = field(default_factory=list)

    @property
    def is_young_person(self) -> bool:
        return self.child.account_id == self.reader.pk


def everything(child: Child, reader: User) -> Everything:
    """Read it all. One question a kind of record, however many there are."""
    found = {model: _rows(model, child, reader) for model in fields.handed_out()}
    held_back = _held_back()
    kept = {
        model: [row for row in rows if not _hangs_on(row, held_back)]
        for model, rows in found.items()
    }
    known = _Known(
        child,
        reader,
        keys={row.pk for rows in kept.values() for row in rows},
        guardians={row.pk: row for row in kept[Guardianship]},
    )
    answers = forms_of(kept[Filled])
    all_of_it = Everything(child, reader, clock.now(), visits=visits_of(child, reader))
    for model, rows in kept.items():
        told = [_told(row, known) for row in rows]
        for one in told if model is Filled else []:
            one |= answers.get(UUID(one["id"]), {})
        all_of_it.records[fields.noun(model)] = told
    return all_of_it


@dataclass(frozen=True)
class _Known:
    """Whom it is told to, and which records and guardians they are told of."""

    child: Child
    reader: User
    keys: set[UUID]
    guardians: dict[UUID, Any]

    def is_anothers(self, row: ProtectedModel) -> bool:
        """Another guardian's own: their registration, or what they answered."""
        if isinstance(row, Guardianship):
            return row.user_id != self.reader.pk
        key = getattr(row, "guardian_id", None)
        if key is None:
            return False
        guardian = self.guardians.get(key)
        return guardian is None or guardian.user_id != self.reader.pk

    def guardian(self, key: UUID | None) -> str:
        return self.guardians[key].name if key in self.guardians else ""


def _rows(
    model: type[ProtectedModel], child: Child, reader: User
) -> list[ProtectedModel]:
    manager: Any = model._default_manager
    name = fields.noun(model)
    if own := fields.OWN_ONLY.get(name):
        rows = manager.filter(**{own: reader})
    if path := fields.path_to_child(model):
        rows = (rows if own else manager).filter(**{path: child.pk})
    have = {column.name for column in model._meta.concrete_fields}
    rows = rows.filter(**{gone: None for gone in GONE if gone in have})
    rows = rows.filter(**{k: v for k, v in UNTOLD.items() if k in have})
    return list(
        rows.select_related(*fields.related(model)).order_by(_time(model), "pk")
    )


def _time(model: type[ProtectedModel]) -> str:
    times = [
        column.name
        for column in model._meta.concrete_fields
        if column.get_internal_type() == "DateTimeField"
    ]
    return times[0] if times else "pk"


def _held_back() -> set[UUID]:
    """Asked once more here: some kinds of record are shown without regard to it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT shielded()")
        return {row[0] for row in cursor.fetchall()}


def _hangs_on(row: ProtectedModel, held_back: set[UUID]) -> bool:
    """What can be without the other does not hang on it: a log, on how it began."""
    keys = {
        getattr(row, column.attname)
        for column in row._meta.concrete_fields
        if column.primary_key or fields.is_key(column)
        if not (column.null and isinstance(column, ForeignKey))
    }
    return bool(keys & held_back)


def _told(row: ProtectedModel, known: _Known) -> Record:
    told: Record = {}
    is_anothers, silent = known.is_anothers(row), _silent_about(row)
    for column in fields.columns(type(row)):
        if is_anothers and column.name not in fields.OF_OTHERS:
            continue
        if column.name in silent:
            continue
        value = _value(row, column, known)
        if value not in (None, "", [], {}):
            told[column.name] = value
    return told


def _silent_about(row: ProtectedModel) -> set[str]:
    """That something was reported, the family learns from who reported it."""
    reported = isinstance(row, Concern) and row.decision == Decision.REPORTED
    return REPORTED if reported else set()


def _value(row: ProtectedModel, column: Any, known: _Known) -> Any:
    if column.name == "guardian":
        return known.guardian(getattr(row, column.attname))
    if fields.is_key(column):
        key = getattr(row, column.attname)
        return str(key) if key in known.keys else None
    value = getattr(row, column.name)
    if not isinstance(column, ForeignKey):
        return str(value) if column.primary_key else value
    return _named(value, known.child)


def _named(value: Any, child: Child) -> str:
    """Somebody or something outside the child's own records, by name."""
    if value is None:
        return ""
    if isinstance(value, Employment):
        return f"{value.user.name}, {child.work_of(value)}"
    if isinstance(value, Unit):
        return "" if child.is_hidden_at_home else str(value)
    return str(value.name) if isinstance(value, User) else str(value)
