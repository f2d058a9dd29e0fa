"""What a spreadsheet would change, row by row, before anything is changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from laget.leaders.profile.questions import facts_of, form_for, typed_now
from laget.organisation.models import Municipality
from laget.organisation.profile import editing, spreadsheets
from laget.organisation.profile.declaring import SECTIONS, Facts, Section
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Day,
    Field,
    Group,
    Links,
    Number,
    Rows,
    Texts,
    Yes,
)
from laget.organisation.profile.spreadsheets import Row

TABLES = ("programmes", "units")  # those of which people keep spreadsheets
SAYING_YES = {"ja", "yes", "x", "1", "true", "sann"}


@dataclass
class Line:
    """One row of the file: what it would do, or what is wrong with it."""

    number: int
    key: str
    facts: Facts = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    is_new: bool = False
    is_same: bool = False


def columns(fields: Sequence[Field], before: str = "") -> Iterator[tuple[str, Field]]:
    """The columns of a section: rows inside records have none."""
    for each in fields:
        if isinstance(each, Group):
            yield from columns(each.fields, f"{before}{each.name}.")
        elif not isinstance(each, Rows):
            yield f"{before}{each.name}", each


def template(section: Section, municipality: Municipality) -> bytes:
    """An empty table for the section, with what is there now."""
    heads = [str(each.label) for _name, each in columns(section.fields)]
    helps = [_help(each) for _name, each in columns(section.fields)]
    now = [
        _cells(section, record.facts)
        for record in editing.records(municipality, section)
        if record.facts and not record.common
    ]
    return spreadsheets.write(heads, helps, now)


def _help(field: Field) -> str:
    words = [str(field.help)] if field.help else []
    if isinstance(field, Choice | Choices):
        words += [", ".join(str(said) for _code, said in field.known)]
    if isinstance(field, Choices | Links | Texts):
        words += [_("Several are told apart by a semicolon.")]
    if isinstance(field, Day):
        words += [_("dd.mm.yyyy")]
    if isinstance(field, Yes):
        words += [_("yes or no")]
    if field.required:
        words += [_("Must be filled in.")]
    return " ".join(words)


def _cells(section: Section, facts: Facts) -> list[str]:
    return [_cell(each, _at(facts, name)) for name, each in columns(section.fields)]


def _at(facts: Any, name: str) -> Any:
    for part in name.split("."):
        facts = (facts or {}).get(part)
    return facts


def _cell(field: Field, fact: Any) -> str:
    match field:
        case Yes():
            return _("yes") if fact else _("no")
        case Choice():
            return str(dict(field.known).get(fact, fact or ""))
        case Choices():
            said = dict(field.known)
            return "; ".join(str(said.get(one, one)) for one in fact or [])
        case Texts() | Links():
            return "; ".join(fact or [])
        case Day():
            return ".".join(reversed(fact.split("-"))) if fact else ""
    return "" if fact is None else str(fact)


def lines(
    section: Section, municipality: Municipality, rows: Sequence[Row]
) -> list[Line]:
    """What each row would do. The same name twice is a fault of the second."""
    known = {each.key: each for each in editing.records(municipality, section)}
    keys = _keys_of_others(municipality)
    found, seen = [], set[str]()
    for row in rows:
        line = _line(section, row, known, keys)
        if line.key in seen:
            line.errors.append(_("This name stands in the table already."))
        seen.add(line.key)
        found.append(line)
    return found


def _keys_of_others(municipality: Municipality) -> Any:
    kept: dict[str, list[str]] = {}

    def keys(name: str) -> list[str]:
        if name not in kept:
            section = SECTIONS[name]
            found = editing.records(municipality, section)
            kept[name] = [each.key for each in found]
        return kept[name]

    return keys


def _line(
    section: Section, row: Row, known: dict[str, editing.Record], keys: Any
) -> Line:
    said = dict(_typed(section, row))
    key = str(said.get(section.key, "")).strip()
    before = known.get(key)
    facts = (before.facts if before else None) or editing.empty(section)
    typed = typed_now(section.fields, facts) | said  # a column left out is as it was
    form = form_for(section.fields, facts, keys, typed)
    line = Line(row.number, key, is_new=before is None or before.facts is None)
    if unknown := [head for head in row.cells if head and head not in _heads(section)]:
        words = _("There is no column called “%(name)s”. Use the template.")
        line.errors.append(words % {"name": unknown[0][:60]})
    if form.is_valid():
        line.facts = facts_of(section.fields, form, facts)
        line.is_same = bool(before) and line.facts == (before and before.facts)
    else:
        line.errors += list(_wrong(form))
    return line


def _heads(section: Section) -> dict[str, tuple[str, Field]]:
    """Both what a column is called and its plain name lead to its field."""
    found = {}
    for name, each in columns(section.fields):
        found[str(each.label)] = found[name] = (name, each)
    return found


def _typed(section: Section, row: Row) -> Iterator[tuple[str, Any]]:
    """The row as if it had been typed into the form; a column left out is as it was."""
    heads = _heads(section)
    for head, words in row.cells.items():
        if head in heads:
            name, each = heads[head]
            yield name, _as_typed(each, words.removeprefix("'").strip())


def _as_typed(field: Field, words: str) -> Any:
    match field:
        case Yes():
            return words.lower() in SAYING_YES | {_("yes").lower()}
        case Choice():
            return _code(field.known, words)
        case Choices():
            parts = [part.strip() for part in words.split(";") if part.strip()]
            return [_code(field.known, part) for part in parts]
        case Texts() | Links():
            return "\n".join(words.split(";"))
        case Number():
            return words
    return words


def _code(known: Sequence[tuple[str, Any]], words: str) -> str:
    """The code of what was written, whichever way it was written."""
    for code, said in known:
        if words.casefold() in (str(code).casefold(), str(said).casefold()):
            return str(code)
    return words


def _wrong(form: Any) -> Iterator[str]:
    for name, errors in form.errors.items():
        label = str(form.fields[name].label) if name in form.fields else ""
        for error in errors:
            yield f"{label}: {error}" if label else str(error)
