"""Which words of the interface were left in English on a page in another language."""

import re
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

import laget

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd]")
LONG = 10  # letters, and more than one word: enough to be nobody's Norwegian


def english_left(language, pieces):
    """Texts of ours in English among those of a page; none is right.

    A short text is English only if it is all there is in its place; a long one, or what
    stands between the names in it, wherever it is.
    """
    short, long = _english(language)
    whole = " ".join(pieces)
    return {piece for piece in pieces if piece in short} | {
        words for words in long if words in whole
    }


@cache
def _english(language):
    """Only what is said otherwise in the language, and never is a part of it."""
    messages = list(_messages(language))
    own = " ".join(said for _, said in messages)
    parts = {
        part
        for text, said in messages
        if text != said
        for part in (each.strip() for each in PLACEHOLDER.split(text))
    }
    said = {part for part in parts if re.search(r"[a-z]{2}", part)}
    foreign = {part for part in said if not re.search(_word(part), own)}
    long = {part for part in foreign if len(part) >= LONG and " " in part}
    return frozenset(foreign), frozenset(long)


def _word(part):
    return rf"(?<!\w){re.escape(part)}(?!\w)"


def _messages(language):
    """Each text with what is said for it, each of its forms by itself."""
    root = Path(laget.__file__).parent
    for path in root.rglob(f"locale/{language}/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    yield from zip(
                        _forms(message.id), _forms(message.string), strict=True
                    )


def _forms(text):
    return list(text) if isinstance(text, list | tuple) else [text]
