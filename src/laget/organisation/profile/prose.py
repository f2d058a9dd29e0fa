"""The longer texts of a record, in Markdown: a heading a row, and its parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import Facts, Fault, Section, Where
from laget.organisation.profile.fields import Rows
from laget.organisation.profile.saying import meant, not_known, twice


@dataclass
class Words:
    """What the Markdown says of one row, and where each text begins."""

    key: str
    where: Where
    facts: Facts = field(default_factory=dict)
    places: dict[str, Where] = field(default_factory=dict)


@dataclass
class Prose:
    """What a folder of Markdown says of a record, by the path of each key."""

    places: dict[str, Where] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def add_prose(section: Section, facts: Facts, folder: Path, shown: str) -> Prose:
    """Give the rows of the record their texts. `shown` is the folder as it is named."""
    prose = Prose()
    for each in section.fields:
        if isinstance(each, Rows) and each.prose and folder.is_dir():
            prose.files += sorted(folder.glob("*.md"))
            words = _read(each, prose, shown)
            _add(each, facts, words, prose)
    return prose


def _read(rows: Rows, prose: Prose, shown: str) -> dict[str, Words]:
    words: dict[str, Words] = {}
    for path in prose.files:
        for found in _rows(path, f"{shown}/{path.name}", rows, prose):
            if found.key in words:
                prose.faults.append(Fault(found.where, twice(found.key)))
            words[found.key] = found
    return words


def _rows(path: Path, file: str, rows: Rows, prose: Prose) -> Iterator[Words]:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        prose.faults.append(Fault(Where(file), _("This is not text in UTF-8.")))
        return
    for line, heading, body in _split(text, "# ", 1):
        if not heading:
            prose.faults.append(Fault(Where(file, line), _under_nothing()))
            continue
        key, _space, title = heading.partition(" ")
        words = Words(key, Where(file, line))
        words.facts[rows.heading] = title.strip()
        words.places[rows.heading] = words.where
        _parts(words, body, rows, prose)
        yield words


def _parts(words: Words, body: str, rows: Rows, prose: Prose) -> None:
    names = dict(rows.prose)
    first = words.where.line + 1
    if "" in names:
        words.facts[names[""]] = body.strip()
        words.places[names[""]] = Where(words.where.file, first)
        return
    for line, heading, text in _split(body, "## ", first):
        where = Where(words.where.file, line)
        if not heading:
            prose.faults.append(Fault(where, _under_nothing()))
            continue
        if heading not in names:
            prose.faults.append(Fault(where, not_known(heading, list(names))))
            continue
        words.facts[names[heading]] = text.strip()
        words.places[names[heading]] = where


def _add(rows: Rows, facts: Facts, words: dict[str, Words], prose: Prose) -> None:
    found = facts.get(rows.name)
    there = [row for row in found if isinstance(row, dict)] if found else []
    keys = [str(row.get(rows.key)) for row in there]
    for number, (key, row) in enumerate(zip(keys, there, strict=True)):
        if key in words:
            for name, where in words[key].places.items():
                if row.get(name):
                    prose.faults.append(Fault(where, twice(name)))
                prose.places[f"{rows.name}.{number}.{name}"] = where
            row.update(words[key].facts)
    for key, each in words.items():
        if key not in keys:
            said = _('This text belongs to nothing: there is no "{key}".')
            said = said.format(key=key) + meant(key, keys)
            prose.faults.append(Fault(each.where, said))


def _split(text: str, mark: str, first: int) -> Iterator[tuple[int, str, str]]:
    """Line, heading and what follows, for each line that begins with the mark."""
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if line.startswith(mark)]
    before = lines[: starts[0]] if starts else lines
    if "".join(before).strip():
        yield first, "", "\n".join(before)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        heading = lines[start].removeprefix(mark).strip()
        yield first + start, heading, "\n".join(lines[start + 1 : end])


def _under_nothing() -> str:
    return _("This text stands under no heading, and nobody would see it.")
