"""What can happen to a form that is filled in, from the first word to a correction."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from laget.audit.models import note
from laget.children import actions as children
from laget.children.models import Child
from laget.forms.answers import (
    Answers,
    Incomplete,
    by_readers,
    checked,
    missing,
    together,
)
from laget.forms.models import Filled, Part, Readers, Template
from laget.forms.reading import Asked
from laget.kernel import Overtaken, RuleBroken, clock
from laget.organisation.models import Employment, Municipality


@transaction.atomic
def begin(
    template: Template,
    *,
    place: UUID,
    municipality: Municipality,
    child: Child | None,
    by: Employment,
) -> Filled:
    """Begin to fill in a form of the place's municipality. Nobody else sees the draft.

    Raises RuleBroken for another municipality's form, one no longer in use, and where
    the work has ended.
    """
    if template.municipality_id != municipality.pk or template.is_ended:
        raise RuleBroken(_("This form is not in use here."))
    _must_be_open(place)
    version = template.versions.first()
    if version is None:
        raise RuleBroken(_("This form is not in use here."))
    begun = Filled(
        version=version,
        child=child,
        place=place,
        seen_with=by.user_id,
        written_by_id=by.user_id,
        employment=by,
    )
    _make(begun, {})
    return begun


@transaction.atomic
def save(filled: Filled, *, version: int, answers: Answers) -> Filled:
    """Save what has been answered so far; nothing must be answered yet.

    What is saved already is saved: a page that saves itself while one presses save is
    no conflict. Raises Overtaken when another window has saved since, and Unfit.
    """
    _lock_draft(filled)
    asked = Asked.by(filled.version)
    mine, parts = checked(asked, answers), list(filled.parts.all())
    if mine == together(parts):
        return filled
    if filled.draft_version != version:
        raise Overtaken(filled, {"answers": mine})
    _write(parts, by_readers(asked, mine))
    filled.draft_version += 1
    filled.save(update_fields=["draft_version"])
    return filled


@transaction.atomic
def finish(filled: Filled, *, version: int) -> None:
    """Lay the form in its place, each answer before its own readers. Then it is locked.

    What only the writer may read stays the writer's. Raises Incomplete when something
    must be answered first, Overtaken when another window has saved since it was read
    through, and RuleBroken where the work has ended or the writer takes no part now.
    """
    _lock_draft(filled)
    if filled.draft_version != version:
        raise Overtaken(filled, {})
    parts = list(filled.parts.all())
    if lacking := missing(Asked.by(filled.version), together(parts)):
        raise Incomplete(lacking)
    _must_be_open(filled.place)
    shared = [part for part in parts if part.readers != Readers.WRITER]
    for part in shared:
        part.seen_with = filled.place
        part.save(update_fields=["seen_with"])
    if shared:
        filled.seen_with = filled.place
    filled.finished_at = clock.now()
    filled.save(update_fields=["seen_with", "finished_at"])
    if filled.replaces_id:
        children.shield_alike(filled, filled.replaces_id, by=filled.written_by)
    note("form.finished", filled, corrects=str(filled.replaces_id or ""))


@transaction.atomic
def correct(filled: Filled) -> Filled:
    """Begin a form that will replace this one, with its answers, by the same writer.

    What was finished stays readable. A correction begun already is gone on with.
    """
    if filled.is_draft:
        raise RuleBroken(_("It is not finished: just change it."))
    if begun := filled.corrections.kept().first():
        return begun
    _must_be_open(filled.place)
    anew = Filled(
        version=filled.version,
        child=filled.child,
        place=filled.place,
        seen_with=filled.written_by_id,
        written_by=filled.written_by,
        employment=filled.employment,
        replaces=filled,
    )
    _make(anew, together(filled.parts.all()))
    return anew


@transaction.atomic
def throw_away(filled: Filled) -> None:
    """Throw a draft away, words and all. Nobody else has seen it."""
    _lock_draft(filled)
    for part in filled.parts.exclude(answers={}):
        part.answers = {}
        part.save(update_fields=["answers"])
    filled.thrown_at = clock.now()
    filled.save(update_fields=["thrown_at"])


def may_be_laid(place: UUID) -> bool:
    """Whether who acts works there, and the work goes on: the database's own answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s IN (SELECT writable_places())", [place])
        return bool(cursor.fetchone()[0])


def _make(filled: Filled, answers: Answers) -> None:
    """A draft has a part for each kind of reader from the first moment on."""
    filled.save(force_insert=True)
    asked = Asked.by(filled.version)
    for readers, own in by_readers(asked, answers).items():
        Part.objects.create(
            filled=filled, readers=readers, seen_with=filled.seen_with, answers=own
        )


def _write(parts: Iterable[Part], apart: dict[Readers, Answers]) -> None:
    for part in parts:
        own = apart[Readers(part.readers)]
        if part.answers != own:
            part.answers = own
            part.save(update_fields=["answers"])


def _lock_draft(filled: Filled) -> None:
    """Another window may have finished it: then it cannot be locked any more."""
    with suppress(Filled.DoesNotExist):
        filled.lock()
        if filled.is_draft and not filled.thrown_at:
            return
    raise RuleBroken(_("This form is finished, and is not changed any more."))


def _must_be_open(place: UUID) -> None:
    if not may_be_laid(place):
        raise RuleBroken(
            _("The work here has ended, or you no longer take part in it.")
        )
