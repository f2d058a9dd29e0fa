"""A form on paper: whose copy it is decides what stands in it, and it says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from laget.forms.answers import together
from laget.forms.law import Cited, cited
from laget.forms.models import Filled, Part, Purpose, Readers
from laget.forms.reading import Asked
from laget.forms.showing import ShownSection, shown


@dataclass(frozen=True)
class Copy:
    """What is printed, in the municipality's language. `mark` stands on every page."""

    title: str
    about: str
    language: str
    municipality: str
    facts: list[tuple[str, str]]
    mark: str
    sections: list[ShownSection]
    laws: list[Cited]
    is_draft: bool = False
    is_signed: bool = False
    at: datetime | None = None


def copy_of(filled: Filled, parts: Sequence[Part], *, about: str, whole: bool) -> Copy:
    """The family's copy, or, when `whole`, all that the reader may read.

    A draft shows its empty questions too: it may be printed to be written on. The
    family's copy has nothing in it that is not theirs, not even what was asked.
    """
    asked, place = Asked.by(filled.version), filled.version.template.municipality
    readers = tuple(Readers) if whole else (Readers.FAMILY,)
    given = [part for part in parts if part.readers in readers]
    with translation.override(place.language):
        return Copy(
            title=asked.title,
            about=asked.about if filled.is_draft else "",
            language=place.language,
            municipality=place.name,
            facts=_facts(filled, about),
            mark=_mark(filled, given, whole),
            sections=shown(
                asked,
                together(given),
                language=place.language,
                readers=[Readers(part.readers) for part in given],
                with_empty=filled.is_draft,
            ),
            laws=cited(asked.laws),
            is_draft=filled.is_draft,
            is_signed=asked.purpose is Purpose.CONSENT,
            at=filled.finished_at,
        )


def _facts(filled: Filled, about: str) -> list[tuple[str, str]]:
    by = filled.written_by.name
    job = filled.employment
    hidden = filled.child is not None and bool(filled.child.protection)
    post = f", {job.post}" if job and job.post and not hidden else ""
    facts = [(_("About"), about)] if about else []
    facts.append((_("Filled in by"), f"{by}{post}"))
    if filled.finished_at:
        day = timezone.localtime(filled.finished_at).date()
        facts.append((_("Finished"), formats.date_format(day, _("j F Y"))))
    return facts


def _mark(filled: Filled, given: Sequence[Part], whole: bool) -> str:
    """What nobody must overlook: not finished yet, or not for the family."""
    inner = whole and any(part.readers != Readers.FAMILY for part in given)
    return " · ".join(
        str(words)
        for words, is_so in (
            (_("Draft, not finished"), filled.is_draft),
            (_("For the team only: not to be handed out"), inner),
        )
        if is_so
    )
