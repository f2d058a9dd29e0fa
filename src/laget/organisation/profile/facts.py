"""What was written becomes facts: every key there, and a sentence for what is wrong.

The same reading serves a file of a profile and a form in the browser.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Day,
    Field,
    Group,
    Link,
    Links,
    Number,
    Rows,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.saying import (
    known_words,
    missing,
    no_text,
    not_known,
    twice,
    unknown_key,
)

SPOKEN = ("nb", "nn", "en")
Note = Callable[[str, str], None]  # the path of a key within the record, a sentence


def read_facts(
    fields: Sequence[Field], found: Mapping[str, Any], note: Note, path: str = ""
) -> Facts:
    """The facts as they are kept. What is wrong is noted, and is as if left out."""
    names = [each.name for each in fields]
    for name in found:
        if name not in names:
            note(path + name, unknown_key(name, names))
    for each in fields:
        if each.required and _is_empty(found.get(each.name)):
            note(path.rstrip(".") or "", missing(each))
    return {
        f.name: read_fact(f, found.get(f.name), note, path + f.name) for f in fields
    }


def filled(fields: Sequence[Field], facts: Mapping[str, Any]) -> Facts:
    """Kept facts as the declaration is today: a new key has its default."""
    return read_facts(fields, facts, _quiet)


WEB = re.compile(r"https?://[^\s/]+\S*")


def default(field: Field) -> Any:
    return field.default() if callable(field.default) else field.default


def read_fact(field: Field, found: Any, note: Note, path: str) -> Any:
    if found is None and not (isinstance(field, Group) and field.required):
        return default(field)
    for kind, read in READERS:
        if isinstance(field, kind):
            return read(field, found, note, path)
    raise TypeError(field)


def _quiet(path: str, sentence: str) -> None:
    """What was kept has been checked before."""


def _is_empty(found: Any) -> bool:
    return found is None or (isinstance(found, str) and not found.strip())


def _text(field: Text, found: Any, note: Note, path: str) -> Any:
    if isinstance(found, dict) and field.spoken:
        return _languages(field, found, note, path)
    if not isinstance(found, str):
        note(path, _("This must be text, in quotation marks."))
        return default(field)
    text = found.strip().replace("\r\n", "\n")
    if not field.long and "\n" in text:
        note(path, _("This must be one line."))
    if not field.long and len(text) > field.longest:
        said = _("This is too long: {length} characters, and {most} is the most.")
        note(path, said.format(length=len(text), most=field.longest))
    if field.web and text and not WEB.fullmatch(text):
        note(path, _("This must be the address of a page: https:// and the rest."))
    return text


def _languages(field: Text, found: Facts, note: Note, path: str) -> Facts:
    for name in found:
        if name not in SPOKEN:
            note(f"{path}.{name}", not_known(name, SPOKEN))
    there = [name for name in SPOKEN if name in found]
    return {name: _text(field, found[name], note, f"{path}.{name}") for name in there}


def _number(field: Number, found: Any, note: Note, path: str) -> Any:
    if not isinstance(found, int) or isinstance(found, bool):
        note(path, _("This must be a whole number, without quotation marks."))
        return default(field)
    if not field.least <= found <= field.most:
        said = _("{number} is not between {least} and {most}.")
        note(path, said.format(number=found, least=field.least, most=field.most))
    return found


def _yes(field: Yes, found: Any, note: Note, path: str) -> Any:
    if not isinstance(found, bool):
        note(path, _("This must be true or false, without quotation marks."))
        return default(field)
    return found


def _day(field: Day, found: Any, note: Note, path: str) -> Any:
    if isinstance(found, str):
        found = _as_date(found)
    if not isinstance(found, date):
        note(path, _("This must be a date, such as 2026-11-01."))
        return default(field)
    return found.isoformat()[:10]


def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _choice(field: Choice, found: Any, note: Note, path: str) -> Any:
    words = known_words(field.known)
    if found in words:
        return str(found)
    if found != "":  # nothing chosen is the same as left out
        note(path, not_known(found, words))
    return default(field)


def _choices(field: Choices, found: Any, note: Note, path: str) -> list[str]:
    words = known_words(field.known)
    given = _lines(field, found, note, path)
    for number, each in enumerate(given):
        if each not in words:
            note(f"{path}.{number}", not_known(each, words))
    return [word for word in words if word in given]


def _lines(field: Field, found: Any, note: Note, path: str) -> list[str]:
    if not isinstance(found, list):
        note(path, _('This must be a list, such as ["one", "two"].'))
        return []
    given = []
    for number, each in enumerate(found):
        if isinstance(each, str):
            given.append(each.strip())
        else:
            note(f"{path}.{number}", _("This must be text, in quotation marks."))
    return given


def _link(field: Link, found: Any, note: Note, path: str) -> Any:
    return _text(Text(field.name, field.label), found, note, path)


def _group(field: Group, found: Any, note: Note, path: str) -> Facts:
    if found is None or found == {}:
        found = {}
        if not field.required:
            return {}
    if not isinstance(found, dict):
        note(path, _("This must be a table of its own: [{name}].").format(name=path))
        return {}
    return read_facts(field.fields, found, note, f"{path}.")


def _rows(field: Rows, found: Any, note: Note, path: str) -> list[Facts]:
    if not isinstance(found, list) or not all(isinstance(r, dict) for r in found):
        note(path, _("This must be rows, each a table: [[{name}]].").format(name=path))
        return []
    seen: set[str] = set()
    rows = [_row(f"{path}.{n}", row, field, note, seen) for n, row in enumerate(found)]
    return rows


def _row(
    path: str, row: Mapping[str, Any], field: Rows, note: Note, seen: set[str]
) -> Facts:
    key = str(row.get(field.key, "")) if field.key else ""
    if key and key in seen:
        note(path, twice(key))
    seen.add(key)
    without = _without_text(field, row)
    if without:
        note(path, no_text(key))
        row = {**row, **dict.fromkeys(without, "-")}
    return read_facts(field.fields, row, note, f"{path}.")


def _without_text(field: Rows, row: Mapping[str, Any]) -> list[str]:
    """What a row lacks when its heading in Markdown is not there."""
    names = {field.heading, *(name for _word, name in field.prose)} - {""}
    needed = [f.name for f in field.fields if f.name in names and f.required]
    return needed if needed and not any(row.get(name) for name in needed) else []


READERS: tuple[tuple[type[Field], Callable[[Any, Any, Note, str], Any]], ...] = (
    (Text, _text),
    (Number, _number),
    (Yes, _yes),
    (Day, _day),
    (Choice, _choice),
    (Choices, _choices),
    (Links, _lines),
    (Link, _link),
    (Texts, _lines),
    (Group, _group),
    (Rows, _rows),
)
