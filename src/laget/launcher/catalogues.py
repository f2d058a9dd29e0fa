"""Is every text in every language? Compared with what the code and the pages say.

Everything is said in bokmål and nynorsk. What a family meets is said in more languages.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from laget.kernel.languages import FAMILY, STAFF
from laget.launcher.places import HOME, PACKAGE

SOURCE = "en"
LANGUAGES = tuple(code for code, _ in FAMILY if code != SOURCE)
EVERYWHERE = {code for code, _ in STAFF}
# Where the words that a family meets stand: there in every language.
FOR_FAMILIES = (
    *("family/", "entrance/", "web/", "voices/", "threads/", "meetings/"),
    *("consents/because.py", "consents/opening.py", "children/models/"),
    "intake/models/choices.py",
)
PLAIN, PLURAL = None, (1, 2)
KEYWORDS = {
    "_": PLAIN,
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), PLAIN),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), PLURAL),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
STRING = r"""u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({STRING}(?:\s*,\s*{STRING})*)", re.S)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd]")

Key = tuple[str | None, str]


@dataclass(frozen=True)
class Use:
    """A text where it is written: its context, itself, and its place."""

    key: Key
    file: Path
    line: int


def faults(root: Path = PACKAGE) -> list[str]:
    """What is wrong with the translations, each with its file and line."""
    uses = [use for path in _sources(root) for use in _uses(path)]
    said = _said_in_each_area(root, uses)
    found: list[str] = []
    for language in LANGUAGES:
        catalogues = {po: _read(po, language) for po in _written(root, language)}
        met = [use for use in uses if _is_met_in(language, use, root)]
        found += _untranslated(met, catalogues, language)
        for po, catalogue in catalogues.items():
            found += _wrong_entries(po, catalogue, said[_area(po)])
        found += _contradictions(catalogues)
    return found


def _is_met_in(language: str, use: Use, root: Path) -> bool:
    """Whether somebody who reads this language comes where the text stands."""
    place = use.file.relative_to(root).as_posix()
    return language in EVERYWHERE or place.startswith(FOR_FAMILIES)


def _said_in_each_area(root: Path, uses: list[Use]) -> dict[Path, set[Key]]:
    """The texts that each area's catalogues are to hold."""
    by_file: dict[Path, set[Key]] = {}
    for use in uses:
        by_file.setdefault(use.file, set()).add(use.key)
    areas = {_area(po) for po in _written(root, "*")}
    return {
        area: {key for file in by_file if _is_in(area, file) for key in by_file[file]}
        for area in areas
    }


def _area(po: Path) -> Path:
    """The package whose texts a catalogue translates."""
    return po.parents[3]


def _is_in(area: Path, file: Path) -> bool:
    """An area's pages stand in its package, or in its part of the package above."""
    pages = area.parent / "templates" / area.parent.name / area.name
    return area in file.parents or pages in file.parents


def _sources(root: Path) -> list[Path]:
    paths = [*root.rglob("*.py"), *root.rglob("templates/**/*.*")]
    return sorted(path for path in paths if path.suffix in {".py", ".html", ".txt"})


def _written(root: Path, language: str) -> list[Path]:
    return sorted(root.rglob(f"locale/{language}/LC_MESSAGES/*.po"))


def _read(po: Path, language: str) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=language)


def _uses(path: Path) -> Iterator[Use]:
    yield from _in_code(path) if path.suffix == ".py" else _in_template(path)


def _in_code(path: Path) -> Iterator[Use]:
    with path.open("rb") as file:
        for line, words, _, context in extract("python", file, KEYWORDS):
            text = words[0] if isinstance(words, tuple) else words
            yield Use((context, text), path, line)


def _in_template(path: Path) -> Iterator[Use]:
    code = templatize(path.read_text())
    for call in CALL.finditer(code):
        words = [ast.literal_eval(word) for word in re.findall(STRING, call[2], re.S)]
        context = words.pop(0) if "p" in call[1] else None
        line = code.count("\n", 0, call.start()) + 1
        yield Use((context, words[0]), path, line)


def _key(message: Message) -> Key:
    return message.context, _forms(message.id)[0]


def _forms(text: object) -> list[str]:
    """One for a plain text, two or more for one that counts."""
    forms = text if isinstance(text, (tuple, list)) else [text]
    return [str(form or "") for form in forms]


def _untranslated(
    uses: list[Use], catalogues: dict[Path, Catalog], language: str
) -> Iterator[str]:
    known = {_key(m) for catalogue in catalogues.values() for m in catalogue}
    for use in uses:
        if use.key not in known:
            yield f"{_place(use.file, use.line)}: no {language} for {use.key[1]!r}"


def _wrong_entries(po: Path, catalogue: Catalog, used: set[Key]) -> Iterator[str]:
    for message in catalogue:
        if message.id and (why := _wrong(message, used)):
            line = message.lineno or 1
            yield f"{_place(po, line)}: {why}: {_key(message)[1]!r}"
    for message in catalogue.obsolete.values():
        yield f"{_place(po, 1)}: obsolete: {_key(message)[1]!r}"


def _wrong(message: Message, used: set[Key]) -> str:
    given = _forms(message.string)
    if not all(given):
        return "empty"
    if message.fuzzy:
        return "fuzzy"
    if _key(message) not in used:
        return "used nowhere in this area"
    if not _same_placeholders(message, given):
        return "other placeholders than the text"
    return ""


def _same_placeholders(message: Message, given: list[str]) -> bool:
    texts = _forms(message.id)
    allowed = {name for text in texts for name in PLACEHOLDER.findall(text)}
    last = set(PLACEHOLDER.findall(given[-1]))
    return last == set(PLACEHOLDER.findall(texts[-1])) and all(
        set(PLACEHOLDER.findall(one)) <= allowed for one in given
    )


def _contradictions(catalogues: dict[Path, Catalog]) -> Iterator[str]:
    """Django pours all areas into one: the same text must have the same translation."""
    first: dict[Key, tuple[Path, Message]] = {}
    for po, catalogue in catalogues.items():
        for message in catalogue:
            where, other = first.setdefault(_key(message), (po, message))
            if message.id and other.string != message.string:
                place = _place(po, message.lineno or 1)
                yield f"{place}: otherwise than {_place(where, other.lineno or 1)}"


def _place(path: Path, line: int) -> str:
    shown = path.relative_to(HOME) if path.is_relative_to(HOME) else path
    return f"{shown}:{line}"
