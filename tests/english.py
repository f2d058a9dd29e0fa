"""Which words of the interface were left in English on a page in another language."""

import re
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

import laget

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd]")
OUR_NAME = "Laget"  # also bokmål for a team
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


def bokmaal_left(language, pieces):
    """Texts of ours in bokmål on a page in another language; none is right.

    What is not translated falls back to bokmål, in silence.
    """
    return {piece for piece in pieces if piece in _bokmaal(language)}


@cache
def _bokmaal(language):
    """Only what the language says otherwise, or has not."""
    own = {said for _, said in _messages(language)}
    theirs = {said for _, said in _messages("nb")}
    theirs.discard(OUR_NAME)
    return frozenset(said for said in theirs - own if re.search(r"[^\W\d_]{2}", said))


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
                    yield from _each_form(message)


def _each_form(message):
    """A language may have more forms than English: the rest belong to the many."""
    one, *many = _forms(message.id)
    first, *rest = _forms(message.string)
    yield one, first
    yield from zip(many * len(rest), rest, strict=True)


def _forms(text):
    return list(text) if isinstance(text, list | tuple) else [text]
