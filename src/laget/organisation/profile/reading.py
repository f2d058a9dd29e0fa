"""Reading a folder: TOML and Markdown become records with every default filled in."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from laget.organisation.profile.declaring import (
    SECTIONS,
    Facts,
    Item,
    Section,
    Shape,
    Where,
    Whole,
)
from laget.organisation.profile.fields import Field, Group, Rows, Text
from laget.organisation.profile.prose import with_prose


class ProfileError(Exception):
    """Something in a profile is wrong; the message says where and what to do."""

    def __init__(self, place: str, sentence: str) -> None:
        super().__init__(f"{place}: {sentence}")


def read_profile(folder: Path) -> Whole:
    """A municipality's folder with all it builds on, or a common part by itself.

    Raises ProfileError naming the file and what is wrong with it.
    """
    own = list(read_folder(folder))
    municipality = next((i for i in own if i.section == "municipality"), None)
    below = municipality.facts["builds_on"] if municipality else []
    language = _language(own)
    items: dict[str, dict[str, Item]] = {}
    for name in below:
        for item in read_folder(folder.parent / name):
            items.setdefault(item.section, {})[item.key] = item
    for item in own:
        items.setdefault(item.section, {})[item.key] = item
    items.pop("common", None)
    return Whole(folder.name, _spoken(items, language), folder)


def read_folder(folder: Path) -> Iterator[Item]:
    """The records that stand in this folder itself."""
    for section in SECTIONS.values():
        for path, facts in _records(folder, section):
            whole = filled(section.fields, facts)
            key = _key(facts.get(section.key, path.stem))
            where = Where(f"{folder.name}/{path.relative_to(folder)}")
            yield Item(section.name, key, whole, where, layer=folder.name)


def _key(found: object) -> str:
    """What tells it apart; said in several languages, what it is called in bokmål."""
    return str(found.get("nb", "")) if isinstance(found, dict) else str(found)


def _language(own: Sequence[Item]) -> str:
    heads = [i for i in own if i.section in ("municipality", "common")]
    return str(heads[0].facts["language"]) if heads else "nb"


def _records(folder: Path, section: Section) -> Iterator[tuple[Path, Facts]]:
    if section.shape is Shape.FILES:
        for path in sorted(folder.glob(section.file)):
            yield path, with_prose(section, _toml(path), path.parent / path.stem)
        return
    path = folder / section.file
    if not path.exists():
        return
    table = _toml(path)
    if section.shape is Shape.SINGLE:
        yield path, with_prose(section, table, folder / path.stem)
        return
    for facts in table.get(section.name, []):
        yield path, facts


def _toml(path: Path) -> Facts:
    name = f"{path.parent.name}/{path.name}"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(name, f"This is not readable TOML: {error}.") from error


def filled(fields: Sequence[Field], facts: Mapping[str, Any]) -> Facts:
    """The facts as they are kept: every key there, dates as text."""
    return {each.name: _fact(each, facts.get(each.name)) for each in fields}


def _fact(field: Field, found: Any) -> Any:
    if isinstance(field, Group):
        return filled(field.fields, found) if found or field.required else {}
    if isinstance(field, Rows):
        return [filled(field.fields, row) for row in found or []]
    if found is None:
        return field.default() if callable(field.default) else field.default
    return found.isoformat() if isinstance(found, date) else found


def _spoken(
    items: dict[str, dict[str, Item]], language: str
) -> dict[str, dict[str, Item]]:
    """The same in one language."""
    return {
        name: {
            key: replace(
                item, facts=in_language(SECTIONS[name].fields, item.facts, language)
            )
            for key, item in found.items()
        }
        for name, found in items.items()
    }


def in_language(fields: Sequence[Field], facts: Facts, language: str) -> Facts:
    return {f.name: _said(f, facts.get(f.name), language) for f in fields if facts}


def _said(field: Field, fact: Any, language: str) -> Any:
    if isinstance(field, Group):
        return in_language(field.fields, fact, language) if fact else {}
    if isinstance(field, Rows):
        return [in_language(field.fields, row, language) for row in fact]
    if isinstance(field, Text) and isinstance(fact, dict):
        return fact.get(language, fact.get("nb", ""))
    return fact
