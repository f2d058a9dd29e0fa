"""Entries: written, corrected by their writer, recalled when they were a mistake."""

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.concerns.models import Heard
from laget.kernel import RuleBroken, clock
from laget.logs.actions.locking import lock_open, must_be_latest
from laget.logs.models import Entry, EntryKind, Log


@transaction.atomic(savepoint=False)
def write_entry(
    log: Log,
    *,
    text: str,
    kind: EntryKind = EntryKind.NOTE,
    heard: Heard = Heard.UNKNOWN,
    by: User,
) -> Entry:
    """Write in the log. The child's own voice tells how it was heard."""
    lock_open(log)
    entry = Entry.objects.create(
        log=log, text=text, kind=kind, heard=heard, written_by=by
    )
    note("entry.written", log, object=entry, kind=kind)
    return entry


@transaction.atomic
def change_entry(entry: Entry, *, version: int, text: str) -> None:
    """Correct one's own words. Earlier versions are kept."""
    lock_open(entry.log)
    entry.lock()
    must_be_latest(entry, version, text=text)
    _must_stand(entry)
    entry.text, entry.version = text, version + 1
    entry.save(update_fields=["text", "version"])
    note("entry.changed", entry.log, object=entry)


@transaction.atomic
def undo(entry: Entry, *, by: User) -> None:
    """Take an entry back within ten minutes: to others it was never there."""
    lock_open(entry.log)
    entry.lock()
    _must_stand(entry)
    if not entry.can_be_undone:
        raise RuleBroken(_("More than ten minutes have passed. Recall it instead."))
    _take_away(entry, reason="", by=by)
    note("entry.undone", entry.log, object=entry)


@transaction.atomic
def recall(entry: Entry, *, reason: str, by: User) -> None:
    """Take a mistaken entry away, and say why. Its words are gone for the team."""
    lock_open(entry.log)
    entry.lock()
    _must_stand(entry)
    if not reason.strip():
        raise RuleBroken(_("Write why the entry is recalled."))
    _take_away(entry, reason=reason, by=by)
    note("entry.recalled", entry.log, object=entry)


def _take_away(entry: Entry, *, reason: str, by: User) -> None:
    entry.text, entry.recall_reason = "", reason
    entry.recalled_at, entry.recalled_by = clock.now(), by
    fields = ["text", "recall_reason", "recalled_at", "recalled_by"]
    entry.save(update_fields=fields)


def _must_stand(entry: Entry) -> None:
    if entry.recalled_at:
        raise RuleBroken(_("This entry has been recalled."))
