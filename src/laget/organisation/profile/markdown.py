"""The longer texts of a record's rows, written as Markdown."""

import re
from collections.abc import Iterator

from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.fields import Rows

HEADING = re.compile(r"^##? ", re.MULTILINE)


def markdown(rows: Rows, facts: Facts, language: str) -> tuple[Facts, str]:
    """The record without those texts, and the texts.

    A text that itself looks like a heading stays where it is.
    """
    left, parts = [], []
    for row in facts[rows.name]:
        if _fits(rows, row):
            parts.append(_part(rows, row, language))
            names = _names(rows)
            left.append({name: row[name] for name in row if name not in names})
        else:
            left.append(row)
    return {**facts, rows.name: left}, "\n".join(parts)


def _names(rows: Rows) -> set[str]:
    return {rows.heading, *(fact for _word, fact in rows.prose)}


def _fits(rows: Rows, row: Facts) -> bool:
    key = str(row[rows.key])
    texts = [str(row.get(name) or "") for name in _names(rows)]
    right = bool(key) and not re.search(r"\s", key)
    return right and any(texts) and not any(HEADING.search(text) for text in texts)


def _part(rows: Rows, row: Facts, language: str) -> str:
    heading = f"# {row[rows.key]} {row[rows.heading]}".rstrip()
    return "\n".join([heading, "", *_texts(rows, row, language)])


def _texts(rows: Rows, row: Facts, language: str) -> Iterator[str]:
    for word, fact in _words(rows, language):
        if row.get(fact):
            if word:
                yield f"## {word}"
            yield f"{row[fact]}\n"


def _words(rows: Rows, language: str) -> list[tuple[str, str]]:
    """The heading of each text: bokmål's stand first where they are declared."""
    facts = dict.fromkeys(fact for _word, fact in rows.prose)
    said = {fact: [word for word, each in rows.prose if each == fact] for fact in facts}
    at = -1 if language == "nn" else 0
    return [(words[at], fact) for fact, words in said.items()]
