"""The longer texts of a record, in Markdown: a heading a row, and its parts."""

from pathlib import Path

from laget.organisation.profile.declaring import Facts, Section
from laget.organisation.profile.fields import Rows


def with_prose(section: Section, facts: Facts, folder: Path) -> Facts:
    """The record with what its folder of Markdown says of its rows."""
    for field in section.fields:
        if isinstance(field, Rows) and field.prose and folder.is_dir():
            words = read_words(field, folder)
            for row in facts.get(field.name, []):
                row.update(words.get(str(row.get(field.key)), {}))
    return facts


def read_words(field: Rows, folder: Path) -> dict[str, Facts]:
    """The texts of every row, by its key."""
    words: dict[str, Facts] = {}
    for path in sorted(folder.glob("*.md")):
        for part in _split(path.read_text("utf-8"), "# "):
            key, facts = _row(field, part)
            words[key] = facts
    return words


def _row(field: Rows, part: str) -> tuple[str, Facts]:
    heading, _, body = part.partition("\n")
    key, _, title = heading.partition(" ")
    facts: Facts = {field.heading: title.strip()}
    names = dict(field.prose)
    if "" in names:
        return key, facts | {names[""]: body.strip()}
    for each in _split(body, "## "):
        name, _, text = each.partition("\n")
        facts[names.get(name.strip(), name.strip())] = text.strip()
    return key, facts


def _split(text: str, mark: str) -> list[str]:
    """What follows each line that begins with the mark, the mark taken off."""
    return [part for part in f"\n{text}".split(f"\n{mark}")[1:] if part.strip()]
